RuleSet: Capability(id, title, what)
* id = "{id}"
* url = "https://prescreen.org/fhir/CapabilityStatement/{id}"
* name = "{title}"
* status = #draft
* date = "2026-11-21"
* publisher = "Prescreen"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* description = "{what}"

RuleSet: Can(type, interaction)
* rest.resource[+].type = #{type}
* rest.resource[=].interaction[0].code = #{interaction}

RuleSet: AlsoCan(interaction)
* rest.resource[=].interaction[+].code = #{interaction}

RuleSet: ByPatient
* rest.resource[=].searchParam[0].name = "patient"
* rest.resource[=].searchParam[0].type = #reference

Instance: ehr-server
InstanceOf: CapabilityStatement
Usage: #definition
Title: "EHR as FHIR server"
Description: "What the EHR must offer so that a proposal can be made, reviewed and written. Everything that is only read may be prefetched instead."
* insert Capability(ehr-server, EhrServer, [[What the EHR must offer so that a proposal can be made, reviewed and written.]])
* rest.mode = #server
* rest.documentation = "SMART App Launch 2.2 (EHR launch, PKCE) for the app; a bearer token from fhirAuthorization for the service. Only the granted patient is read."
* rest.interaction[0].code = #transaction
* rest.interaction[0].documentation = "SHOULD, with rollback and rewriting of urn:uuid references; without it the app writes one by one and takes back what a failure leaves."
* insert Can(Patient, read)
* rest.resource[=].profile = Canonical(TriagePatient)
* insert Can(Encounter, read)
* rest.resource[=].profile = Canonical(TriageEncounter)
* insert Can(Condition, search-type)
* insert ByPatient
* insert Can(MedicationStatement, search-type)
* insert ByPatient
* insert Can(MedicationRequest, search-type)
* insert ByPatient
* insert Can(AllergyIntolerance, search-type)
* insert ByPatient
* insert Can(Observation, search-type)
* rest.resource[=].supportedProfile = Canonical(TriageVitalSigns)
* insert ByPatient
* insert Can(QuestionnaireResponse, search-type)
* rest.resource[=].supportedProfile = Canonical(PreScreeningResponse)
* insert ByPatient
* insert Can(ClinicalImpression, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile = Canonical(TriageClinicalImpression)
* rest.resource[=].conditionalCreate = true
* insert Can(DocumentReference, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile = Canonical(TriageNote)
* rest.resource[=].documentation = "Only where ClinicalImpression cannot be stored."
* rest.resource[=].conditionalCreate = true
* insert Can(Task, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile[0] = Canonical(TriageTask)
* rest.resource[=].supportedProfile[1] = Canonical(EscalationTask)
* rest.resource[=].supportedProfile[2] = Canonical(TriageReviewTask)
* rest.resource[=].conditionalCreate = true
* insert Can(Provenance, create)
* insert AlsoCan(search-type)
* rest.resource[=].supportedProfile[0] = Canonical(AiProposalProvenance)
* rest.resource[=].supportedProfile[1] = Canonical(NurseSignatureProvenance)
* rest.resource[=].conditionalCreate = true
* rest.resource[=].searchParam[0].name = "target"
* rest.resource[=].searchParam[0].type = #reference

Instance: cds-service
InstanceOf: CapabilityStatement
Usage: #definition
Title: "CDS service"
Description: "As a FHIR client: reads what was not prefetched, and nothing else. Its own interface is CDS Hooks 2.0 (openapi.json)."
* insert Capability(cds-service, CdsService, [[As a FHIR client: reads what was not prefetched, and nothing else. Its own interface is CDS Hooks 2.0; see openapi.json.]])
* rest.mode = #client
* rest.documentation = "Uses fhirAuthorization's token at the registered FHIR server of the client only; follows no redirect to another host; writes nothing."
* insert Can(Patient, read)
* rest.resource[=].profile = Canonical(TriagePatient)
* insert Can(Encounter, read)
* rest.resource[=].profile = Canonical(TriageEncounter)
* insert Can(Condition, search-type)
* insert ByPatient
* insert Can(MedicationStatement, search-type)
* insert ByPatient
* insert Can(MedicationRequest, search-type)
* insert ByPatient
* insert Can(AllergyIntolerance, search-type)
* insert ByPatient
* insert Can(Observation, search-type)
* insert ByPatient
* insert Can(QuestionnaireResponse, search-type)
* insert ByPatient

Instance: smart-app
InstanceOf: CapabilityStatement
Usage: #definition
Title: "SMART app"
Description: "As a FHIR client: reads the chart and writes what the nurse signed, with her own token."
* insert Capability(smart-app, SmartApp, [[As a FHIR client: reads the chart and writes what the nurse signed, with her own token.]])
* rest.mode = #client
* rest.documentation = "SMART App Launch 2.2, EHR launch, PKCE S256, scopes in the registry of the service."
* rest.interaction[0].code = #transaction
* insert Can(Patient, read)
* rest.resource[=].profile = Canonical(TriagePatient)
* insert Can(Encounter, read)
* rest.resource[=].profile = Canonical(TriageEncounter)
* insert Can(Condition, search-type)
* insert ByPatient
* insert Can(MedicationStatement, search-type)
* insert ByPatient
* insert Can(MedicationRequest, search-type)
* insert ByPatient
* insert Can(AllergyIntolerance, search-type)
* insert ByPatient
* insert Can(Observation, search-type)
* insert ByPatient
* insert Can(QuestionnaireResponse, search-type)
* insert ByPatient
* insert Can(ClinicalImpression, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile = Canonical(TriageClinicalImpression)
* insert Can(DocumentReference, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile = Canonical(TriageNote)
* insert Can(Task, create)
* insert AlsoCan(read)
* rest.resource[=].supportedProfile[0] = Canonical(TriageTask)
* rest.resource[=].supportedProfile[1] = Canonical(EscalationTask)
* insert Can(Provenance, create)
* rest.resource[=].supportedProfile[0] = Canonical(AiProposalProvenance)
* rest.resource[=].supportedProfile[1] = Canonical(NurseSignatureProvenance)

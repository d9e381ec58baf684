Profile: TriageClinicalImpression
Parent: ClinicalImpression
Id: triage-clinical-impression
Title: "Triage impression"
Description: "The nurse's conclusion after triage: her priority, her words, the findings she confirmed, and the chart facts used. It holds no reference into its own transaction, because servers rewrite those and the signature over it would break."
* insert AiAsserted
* insert AssessmentIdentifier
* extension contains
    TriagePriorityExtension named priority 1..1 MS and
    TriageOverrideReason named overrideReason 0..1 MS and
    TriageBelowFloor named belowFloor 0..1 MS and
    TriageFirstImpression named firstImpression 0..1
* obeys tci-1 and tci-2 and tci-3
* insert Ms(status, [[the service: completed]], [[EHR]])
* status from TriageImpressionStatusVS (required)
* insert Ms(code, [[the service]], [[EHR: what kind of impression]])
* code 1..1
* code.coding 1..*
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains triage 1..1
* code.coding[triage] = $sct#225390008
* insert Ms(description, [[the service: complaint as it was read]], [[nurse, physician]])
* insert Ms(subject, [[the hook's or launch's patient]], [[EHR]])
* subject only Reference(Patient)
* insert Ms(encounter, [[the hook's or launch's encounter]], [[EHR]])
* insert Ms(effective[x], [[the service: instant of the conclusion]], [[EHR]])
* effective[x] 1..1
* effective[x] only dateTime
* insert Ms(date, [[the service]], [[EHR]])
* date 1..1
* insert Ms(assessor, [[the service, from the validated id_token]], [[EHR, auditors]])
* assessor 1..1
* assessor only Reference(Practitioner or PractitionerRole)
* insert Ms(investigation, [[the service: measurements and answers used]], [[physician, auditors]])
* insert Ms(protocol, [[the service: addresses of the passages shown]], [[auditors]])
* insert Ms(summary, [[the nurse: her edited text]], [[everyone]])
* summary 1..1
* insert Ms(finding, [[the nurse: confirmed or added]], [[physician, quality]])
* finding.extension contains TriageFindingVerdict named verdict 1..1 MS
* finding.itemCodeableConcept 1..1
* finding.itemCodeableConcept.text 1..1
* finding.itemCodeableConcept from TriageConceptVS (extensible)
* finding.itemReference 0..0
* insert Ms(supportingInfo, [[the service: other chart facts used]], [[physician, auditors]])
* insert Ms(note, [[the nurse: answers to questions, findings not confirmed]], [[physician]])

Invariant: tci-1
Description: "A priority below a safety floor needs a coded reason as well."
Severity: #error
Expression: "extension.where(url = 'https://prescreen.org/fhir/StructureDefinition/triage-below-floor').exists() implies extension.where(url = 'https://prescreen.org/fhir/StructureDefinition/triage-override-reason').exists()"

Invariant: tci-2
Description: "What is signed holds no reference that a server rewrites inside a transaction."
Severity: #error
Expression: "(subject.reference | encounter.reference | assessor.reference | supportingInfo.reference | investigation.item.reference).where(startsWith('urn:uuid:')).empty()"

Invariant: tci-3
Description: "The assessment is made when it takes effect: date and effectiveDateTime are the same."
Severity: #error
Expression: "date.empty() or effective.empty() or date = effective"

Profile: TriageNote
Parent: DocumentReference
Id: triage-note
Title: "Triage note"
Description: "The same conclusion as a signed plain-text note, for an EHR that stores no ClinicalImpression. It takes the impression's place in the transaction."
* insert AiAsserted
* insert AssessmentIdentifier
* extension contains
    TriagePriorityExtension named priority 1..1 MS and
    TriageOverrideReason named overrideReason 0..1 MS and
    TriageBelowFloor named belowFloor 0..1 MS and
    TriageFirstImpression named firstImpression 0..1
* obeys tci-1
* status = #current
* insert Ms(docStatus, [[the service: final]], [[EHR]])
* docStatus 1..1
* docStatus from TriageNoteStatusVS (required)
* insert Ms(type, [[the service: LOINC 54094-8]], [[EHR: where notes are filed]])
* type 1..1
* type.coding 1..*
* type.coding ^slicing.discriminator.type = #pattern
* type.coding ^slicing.discriminator.path = "$this"
* type.coding ^slicing.rules = #open
* type.coding contains note 1..1
* type.coding[note] = $loinc#54094-8
* insert Ms(subject, [[the hook's or launch's patient]], [[EHR]])
* subject 1..1
* subject only Reference(Patient)
* insert Ms(date, [[the service]], [[EHR]])
* date 1..1
* insert Ms(author, [[the service, from the validated id_token]], [[EHR, auditors]])
* author 1..1
* author only Reference(Practitioner or PractitionerRole)
* insert Ms(content, [[the service: the nurse's words as plain text]], [[everyone]])
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.data 1..1
* insert Ms(context, [[the service: encounter and facts used]], [[EHR]])

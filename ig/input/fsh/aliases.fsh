Alias: $base = https://prescreen.org/fhir
Alias: $assessment = https://prescreen.org/fhir/NamingSystem/assessment
Alias: $sct = http://snomed.info/sct
Alias: $loinc = http://loinc.org
Alias: $observationValue = http://terminology.hl7.org/CodeSystem/v3-ObservationValue
Alias: $participant = http://terminology.hl7.org/CodeSystem/provenance-participant-type
Alias: $dataOperation = http://terminology.hl7.org/CodeSystem/v3-DataOperation
Alias: $completion = http://terminology.hl7.org/CodeSystem/v3-DocumentCompletion
Alias: $observationCategory = http://terminology.hl7.org/CodeSystem/observation-category
Alias: $signatureType = urn:iso-astm:E1762-95:2013
Alias: $aiDevice = http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIdeviceTypeCS
Alias: $aiInputs = http://hl7.org/fhir/uv/aitransparency/CodeSystem/AIinputsCS

// Must-support of one element, with the two questions that an implementer asks.
RuleSet: Ms(element, filler, reader)
* {element} MS
* {element} ^requirements = "Filled by {filler}. Read by {reader}."

// Security label of HL7's AI Transparency guide: a machine took part in what this resource says.
RuleSet: AiAsserted
* insert Ms(meta.security, [[the service: label AIAST]], [[EHR, auditors: a machine took part]])
* meta.security 1..*
* meta.security ^slicing.discriminator.type = #pattern
* meta.security ^slicing.discriminator.path = "$this"
* meta.security ^slicing.rules = #open
* meta.security contains aiAsserted 1..1
* meta.security[aiAsserted] = $observationValue#AIAST

// Business identifier made of the assessment's id: a second write finds the first.
RuleSet: AssessmentIdentifier
* insert Ms(identifier, [[the service: id of the assessment and part]], [[EHR: conditional create; service: find what was written]])
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains assessment 1..1
* identifier[assessment].system 1..1
* identifier[assessment].system = $assessment (exactly)
* identifier[assessment].value 1..1

// The same for Provenance, which has no identifier in R4.
RuleSet: AssessmentTag
* insert Ms(meta.tag, [[the service: id of the assessment and part]], [[EHR: conditional create by _tag]])
* meta.tag 1..*
* meta.tag ^slicing.discriminator.type = #value
* meta.tag ^slicing.discriminator.path = "system"
* meta.tag ^slicing.rules = #open
* meta.tag contains assessment 1..1
* meta.tag[assessment].system 1..1
* meta.tag[assessment].system = $assessment (exactly)
* meta.tag[assessment].code 1..1

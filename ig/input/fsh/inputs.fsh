Profile: TriagePatient
Parent: Patient
Id: triage-patient
Title: "Patient as triage needs it"
Description: "Thresholds depend on age and sex. A chart without them is still assessed: what is missing is named and asked for."
* insert Ms(birthDate, [[EHR]], [[service: age bands of every rule]])
* birthDate 1..1
* insert Ms(gender, [[EHR]], [[service: rules that name sex]])
* gender 1..1
* insert Ms(name, [[EHR]], [[app: identity bar; never the service]])
* insert Ms(deceased[x], [[EHR]], [[service: no proposal for the dead]])
* insert Ms(communication, [[EHR]], [[app: interpreter]])

Profile: TriageEncounter
Parent: Encounter
Id: triage-encounter
Title: "Visit as triage needs it"
Description: "The visit that a proposal is about."
* insert Ms(status, [[EHR]], [[service: is it today's visit]])
* insert Ms(class, [[EHR]], [[service: setting]])
* insert Ms(subject, [[EHR]], [[service: is it this patient's]])
* subject 1..1
* subject only Reference(Patient)
* insert Ms(period, [[EHR]], [[service: what is older than the visit]])
* period 1..1
* period.start 1..1
* insert Ms(reasonCode, [[EHR: complaint in words]], [[service: complaint]])
* insert Ms(reasonReference, [[EHR]], [[service: complaint]])

Profile: TriageVitalSigns
Parent: Observation
Id: triage-vital-signs
Title: "Vital sign as triage reads it"
Description: "A measurement with its LOINC code, time and UCUM unit; blood pressure as a panel with components or as two observations."
* obeys tvs-1
* insert Ms(status, [[EHR]], [[service: entered-in-error is left out]])
* insert Ms(category, [[EHR]], [[service, app]])
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains vitalSigns 1..1
* category[vitalSigns] = $observationCategory#vital-signs
* insert Ms(code, [[EHR: LOINC]], [[service: which measurement]])
* code from TriageVitalSignVS (extensible)
* code.coding 1..*
* insert Ms(subject, [[EHR]], [[service: is it this patient's]])
* subject 1..1
* subject only Reference(Patient)
* insert Ms(effective[x], [[EHR]], [[service: newest and stale]])
* effective[x] 1..1
* effective[x] only dateTime or Period
* insert Ms(value[x], [[EHR: UCUM code]], [[service]])
* value[x] only Quantity or CodeableConcept
* valueQuantity.value 1..1
* valueQuantity.system 1..1
* valueQuantity.system = "http://unitsofmeasure.org" (exactly)
* valueQuantity.code 1..1
* insert Ms(component, [[EHR: systolic and diastolic]], [[service]])

Invariant: tvs-1
Description: "There is a value, a component, or the reason why there is none."
Severity: #error
Expression: "value.exists() or component.exists() or dataAbsentReason.exists()"

Profile: PreScreeningQuestionnaire
Parent: Questionnaire
Id: pre-screening-questionnaire
Title: "Pre-screening form"
Description: "What a patient fills in before being seen. Item 'complaint' is the presenting complaint in the patient's own words."
* url 1..1
* status 1..1
* item 1..*
* item ^slicing.discriminator.type = #value
* item ^slicing.discriminator.path = "linkId"
* item ^slicing.rules = #open
* item contains complaint 1..1 MS
* item[complaint].linkId = "complaint" (exactly)
* item[complaint].text 1..1
* item[complaint].type = #text

Profile: PreScreeningResponse
Parent: QuestionnaireResponse
Id: pre-screening-response
Title: "Answers before being seen"
Description: "First place where the presenting complaint is looked for. Other answers are read as findings, with the question deciding what 'no' means."
* insert Ms(questionnaire, [[EHR or form filler]], [[service]])
* questionnaire 1..1
* status from PreScreeningStatusVS (required)
* insert Ms(subject, [[EHR]], [[service: is it this patient's]])
* subject 1..1
* subject only Reference(Patient)
* insert Ms(authored, [[EHR or form filler]], [[service: is it today's]])
* authored 1..1
* insert Ms(item, [[the patient]], [[service]])
* item 1..*
* item ^slicing.discriminator.type = #value
* item ^slicing.discriminator.path = "linkId"
* item ^slicing.rules = #open
* item contains complaint 1..1 MS
* item[complaint].linkId = "complaint" (exactly)
* item[complaint].answer 1..1
* item[complaint].answer.value[x] only string

Instance: pre-screening
InstanceOf: PreScreeningQuestionnaire
Usage: #definition
Title: "Before you are seen"
Description: "The shortest form that serves: one question, in the patient's own words."
* url = "https://prescreen.org/fhir/Questionnaire/pre-screening"
* version = "1"
* status = #active
* name = "PreScreening"
* title = "Before you are seen"
* item[complaint].text = "What brings you here today?"
* item[complaint].required = true

Profile: TriageTask
Parent: Task
Id: triage-task
Title: "Triage task"
Description: "What must happen next: the handover, or a follow-up that the nurse ordered; who takes it and by when."
* insert AssessmentIdentifier
* insert Ms(status, [[the service: requested; later whoever does it]], [[EHR work list]])
* insert Ms(intent, [[the service: order]], [[EHR]])
* intent = #order
* insert Ms(priority, [[the service: from the triage priority]], [[EHR work list]])
* priority 1..1
* insert Ms(code, [[the service: handover or kind of follow-up]], [[EHR work list]])
* code 1..1
* code from TriageTaskCodeVS (required)
* code.coding 1..*
* insert Ms(description, [[the service]], [[whoever takes the task]])
* description 1..1
* insert Ms(focus, [[the service: the impression or note]], [[EHR: opens it]])
* focus 1..1
* focus only Reference(ClinicalImpression or DocumentReference)
* insert Ms(for, [[the hook's or launch's patient]], [[EHR work list]])
* for 1..1
* for only Reference(Patient)
* insert Ms(encounter, [[the hook's or launch's encounter]], [[EHR]])
* insert Ms(authoredOn, [[the service]], [[EHR]])
* authoredOn 1..1
* insert Ms(requester, [[the service: the nurse]], [[whoever takes the task]])
* requester 1..1
* requester only Reference(Practitioner or PractitionerRole)
* insert Ms(performerType, [[the nurse: role of the receiver]], [[EHR work list]])
* performerType 1..1
* performerType from TriageRoleVS (required)
* insert Ms(owner, [[the nurse: name of the receiver, where she gave one]], [[whoever takes the task]])
* insert Ms(restriction, [[the service: period from now until due]], [[EHR work list: overdue]])
* restriction 1..1
* restriction.period 1..1
* restriction.period.start 1..1
* restriction.period.end 1..1
* insert Ms(note, [[the nurse: next steps]], [[whoever takes the task]])

Profile: EscalationTask
Parent: TriageTask
Id: escalation-task
Title: "Escalation to a physician"
Description: "A physician is asked to see the patient now."
* priority from EscalationPriorityVS (required)
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains physicianReview 1..1
* code.coding[physicianReview] = TriageTaskCS#physician-review
* performerType = TriageRoleCS#physician
* obeys esc-1

Invariant: esc-1
Description: "An escalation names its own part of the write-back in its identifier."
Severity: #error
Expression: "identifier.where(system = 'https://prescreen.org/fhir/NamingSystem/assessment' and value.endsWith('/escalation')).exists()"

Profile: TriageReviewTask
Parent: Task
Id: triage-review-task
Title: "Suggested review task"
Description: "Draft that a card suggests: put 'review triage' on the clinic's list. It decides nothing."
* insert Ms(identifier, [[the service: from the encounter, so that one Task is kept]], [[EHR]])
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains visit 1..1
* identifier[visit].system 1..1
* identifier[visit].system = "https://prescreen.org/fhir/NamingSystem/triage-task" (exactly)
* identifier[visit].value 1..1
* status = #draft
* intent = #proposal
* priority 1..1
* code 1..1
* code.coding 1..*
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains review 1..1
* code.coding[review] = TriageTaskCS#triage-review
* description 1..1
* for 1..1
* for only Reference(Patient)
* authoredOn 1..1
* requester 1..1

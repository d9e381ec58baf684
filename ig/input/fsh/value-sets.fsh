ValueSet: TriagePriorityVS
Id: triage-priority
Title: "Triage priorities"
Description: "The four priorities."
* include codes from system TriagePriorityCS

ValueSet: TriageRuleVS
Id: triage-rule
Title: "Safety rules"
Description: "Red flags, vital-sign floors and drug rules that ship. A clinic's own rules use codes of their own."
* include codes from system TriageRuleCS

ValueSet: OverrideReasonVS
Id: override-reason
Title: "Reasons for another priority"
Description: "The same on the card and in the app."
* include codes from system OverrideReasonCS

ValueSet: FindingVerdictVS
Id: finding-verdict
Title: "Verdicts on a finding"
Description: "Verdicts that can stand on a finding of the impression; rejected ones stand in a note."
* FindingVerdictCS#confirmed
* FindingVerdictCS#added

ValueSet: TriageTaskCodeVS
Id: triage-task
Title: "Tasks after triage"
Description: "Handover and follow-ups."
* include codes from system TriageTaskCS
* exclude TriageTaskCS#triage-review

ValueSet: TriageRoleVS
Id: triage-role
Title: "Receivers of a handover"
Description: "Roles that a nurse can hand over to."
* include codes from system TriageRoleCS

ValueSet: TriageConceptVS
Id: triage-concept
Title: "Findings that the reader knows"
Description: "Concepts of the symptom lexicon."
* include codes from system TriageConceptCS

ValueSet: GateVerdictVS
Id: gate-verdict
Title: "Verdicts of a gate"
Description: "The most cautious verdict wins."
* include codes from system GateVerdictCS

ValueSet: GateVS
Id: gate
Title: "Gates"
Description: "Checks that every proposal passes before it is shown."
* include codes from system GateCS

ValueSet: DataStateVS
Id: data-state
Title: "States of data"
Description: "Present, known to be empty, unavailable: three, never two."
* include codes from system DataStateCS

ValueSet: UnavailableReasonVS
Id: unavailable-reason
Title: "Why data are unavailable"
Description: "Reasons that stand beside the state 'unavailable'."
* include codes from system UnavailableReasonCS

ValueSet: ServiceErrorVS
Id: service-error
Title: "Errors of the service"
Description: "Codes in OperationOutcome.issue.details of every refused request."
* include codes from system ServiceErrorCS

ValueSet: EscalationPriorityVS
Id: escalation-priority
Title: "Priorities of an escalation"
Description: "At once, or as soon as possible."
* http://hl7.org/fhir/request-priority#asap
* http://hl7.org/fhir/request-priority#stat

ValueSet: TriageImpressionStatusVS
Id: triage-impression-status
Title: "States of a triage impression"
Description: "Completed when the nurse has concluded; entered in error when it was about the wrong patient."
* http://hl7.org/fhir/event-status#completed
* http://hl7.org/fhir/event-status#entered-in-error

ValueSet: TriageNoteStatusVS
Id: triage-note-status
Title: "States of a triage note"
Description: "Final when signed; amended or in error later."
* http://hl7.org/fhir/composition-status#final
* http://hl7.org/fhir/composition-status#amended
* http://hl7.org/fhir/composition-status#entered-in-error

ValueSet: PreScreeningStatusVS
Id: pre-screening-status
Title: "States of answers that are read"
Description: "Answers that the patient has given."
* http://hl7.org/fhir/questionnaire-answers-status#completed
* http://hl7.org/fhir/questionnaire-answers-status#amended
* http://hl7.org/fhir/questionnaire-answers-status#in-progress

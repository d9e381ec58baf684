Extension: TriagePriorityExtension
Id: triage-priority
Title: "Triage priority"
Description: "The priority that the nurse concluded. R4 has no element for it: prognosis claims a course of disease, a finding would mix it with symptoms."
Context: ClinicalImpression, DocumentReference
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TriagePriorityVS (required)
* valueCodeableConcept.coding 1..*

Extension: TriageOverrideReason
Id: triage-override-reason
Title: "Reason for another priority than proposed"
Description: "Why the nurse concluded another priority than the tool proposed. The text holds her own words."
Context: ClinicalImpression, DocumentReference
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from OverrideReasonVS (required)
* valueCodeableConcept.coding 1..*

Extension: TriageBelowFloor
Id: triage-below-floor
Title: "Rule whose floor was overridden"
Description: "Names the safety rule whose floor the concluded priority goes below, confirmed by the nurse."
Context: ClinicalImpression, DocumentReference
* value[x] only Coding
* value[x] 1..1
* valueCoding from TriageRuleVS (extensible)
* valueCoding.system 1..1
* valueCoding.code 1..1

Extension: TriageFirstImpression
Id: triage-first-impression
Title: "The nurse's level before she saw the proposal"
Description: "Asked for before the proposal is shown, where the clinic asks for it; it tells agreement from anchoring."
Context: ClinicalImpression, DocumentReference
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TriagePriorityVS (required)
* valueCodeableConcept.coding 1..*

Extension: TriageFindingVerdict
Id: triage-finding-verdict
Title: "The nurse's verdict on a finding"
Description: "Whether a finding was proposed and confirmed, or added by the nurse. Rejected findings stand in a note, not among the findings."
Context: ClinicalImpression.finding
* value[x] only code
* value[x] 1..1
* valueCode from FindingVerdictVS (required)

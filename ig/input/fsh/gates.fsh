CodeSystem: GateCS
Id: gate
Title: "Gates"
Description: "Checks that every proposal passes before it is shown. A test keeps the list in step with the service."
* ^content = #complete
* ^caseSensitive = true
* ^experimental = false
* #data-integrity "data integrity"
* #input-sufficiency "input sufficiency"
* #staleness "staleness"
* #red-flag-floor "red flag floor"
* #vital-sign-floor "vital sign floor"
* #drug-safety-floor "drug safety floor"
* #model-uncertainty "model uncertainty"
* #out-of-distribution "out of distribution"
* #counterfactual-fairness "counterfactual fairness"
* #grounding "grounding"
* #wording "wording"
* #privacy "privacy"
* #artefact-integrity "artefact integrity"

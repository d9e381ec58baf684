RuleSet: Naming(id, what)
* id = "{id}"
* name = "{id}"
* status = #draft
* kind = #identifier
* date = "2026-11-21"
* publisher = "Prescreen"
* responsible = "Prescreen"
* description = "{what}"
* uniqueId[0].type = #uri
* uniqueId[0].value = "https://prescreen.org/fhir/NamingSystem/{id}"
* uniqueId[0].preferred = true

Instance: assessment
InstanceOf: NamingSystem
Usage: #definition
Title: "Parts of a write-back"
Description: "The assessment's UUID, with /part for all but the impression."
* insert Naming(assessment, [[The assessment's UUID; with a slash and the part's name for all but the impression.]])

Instance: device
InstanceOf: NamingSystem
Usage: #definition
Title: "Prescreen as a device"
Description: "Always the value prescreen; versions stand in the Device."
* insert Naming(device, [[Always the value prescreen. Versions stand in the Device.]])

Instance: model-card
InstanceOf: NamingSystem
Usage: #definition
Title: "Model cards"
Description: "Name and version of the model, with a slash between."
* insert Naming(model-card, [[Name and version of the model, with a slash between.]])

Instance: triage-task
InstanceOf: NamingSystem
Usage: #definition
Title: "Suggested review tasks"
Description: "Id of the encounter, or of the patient when there is no encounter."
* insert Naming(triage-task, [[Id of the encounter, or of the patient when there is no encounter.]])

Instance: presence
InstanceOf: NamingSystem
Usage: #definition
Title: "Nurses at a patient"
Description: "Id of the encounter, or of the patient without one, with a slash and the nurse's reference, its slash a hyphen. Stands on a Task in progress that says who has the review open; it is no work to do, and over at the end of its restriction."
* insert Naming(presence, [[Id of the encounter or the patient, a slash, and the nurse's reference with a hyphen for its slash. On a Task that says who has the review open.]])

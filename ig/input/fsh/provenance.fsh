Profile: AiProposalProvenance
Parent: Provenance
Id: ai-proposal-provenance
Title: "Provenance of the proposal"
Description: "Which tool proposed what, in which versions, from which facts, and its very words; it stays after the nurse has signed. Follows HL7's AI Transparency guide (1.0.0-ballot)."
* insert AiAsserted
* insert AssessmentTag
* insert Ms(contained, [[the service: device, proposal, model card]], [[auditors]])
* contained 2..3
* insert Ms(target, [[the service: the impression or note]], [[auditors]])
* target 1..1
* target only Reference(ClinicalImpression or DocumentReference)
* insert Ms(occurred[x], [[the service: when it was proposed]], [[auditors]])
* occurred[x] 1..1
* occurred[x] only dateTime
* insert Ms(reason, [[the service: AIAST]], [[auditors]])
* reason 1..*
* reason ^slicing.discriminator.type = #pattern
* reason ^slicing.discriminator.path = "$this"
* reason ^slicing.rules = #open
* reason contains aiAsserted 1..1
* reason[aiAsserted] = $observationValue#AIAST
* insert Ms(activity, [[the service]], [[auditors]])
* activity 1..1
* activity = $dataOperation#CREATE
* insert Ms(agent, [[the service: the AI as assembler]], [[auditors]])
* agent 1..1
* agent.type 1..1
* agent.type = $participant#assembler
* agent.role 1..1
* agent.role = $aiDevice#Artificial-Intelligence
* agent.who only Reference(TriageDevice)
* insert Ms(entity, [[the service: proposal, model card, facts]], [[auditors]])
* entity 1..*
* entity ^slicing.discriminator.type = #value
* entity ^slicing.discriminator.path = "role"
* entity ^slicing.rules = #open
* entity contains proposal 1..1 MS and modelCard 0..1 MS and fact 0..* MS
* entity[proposal].role = #quotation
* entity[proposal].what only Reference(TriageProposal)
* entity[modelCard].role = #derivation
* entity[modelCard].what only Reference(TriageModelCard)
* entity[fact].role = #source

Profile: NurseSignatureProvenance
Parent: Provenance
Id: nurse-signature-provenance
Title: "Provenance of the nurse"
Description: "Who concluded and answers for it, with a detached JWS over the canonical JSON of the conclusion."
* insert AssessmentTag
* insert Ms(target, [[the service: the conclusion first, then each Task]], [[EHR, auditors]])
* target only Reference(ClinicalImpression or DocumentReference or Task)
* insert Ms(occurred[x], [[the service]], [[auditors]])
* occurred[x] 1..1
* occurred[x] only dateTime
* insert Ms(activity, [[the service: legally authenticated]], [[auditors]])
* activity 1..1
* activity = $completion#LA
* insert Ms(agent, [[the service, from the validated id_token]], [[auditors]])
* agent 2..*
* agent.type 1..1
* agent.who only Reference(Practitioner or PractitionerRole)
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains author 1..1 MS and verifier 1..1 MS
* agent[author].type = $participant#author
* agent[verifier].type = $participant#verifier
* insert Ms(entity, [[the service: the proposal that was reviewed]], [[auditors]])
* entity 1..1
* entity.role = #derivation
* entity.what only Reference(Provenance)
* insert Ms(signature, [[the service's key, after it validated the id_token]], [[npm run verify]])
* signature 1..1
* signature.type ^slicing.discriminator.type = #pattern
* signature.type ^slicing.discriminator.path = "$this"
* signature.type ^slicing.rules = #open
* signature.type contains verification 1..1
* signature.type[verification] = $signatureType#1.2.840.10065.1.12.1.5
* signature.who only Reference(Practitioner or PractitionerRole)
* signature.targetFormat 1..1
* signature.targetFormat = #application/fhir+json
* signature.sigFormat 1..1
* signature.sigFormat = #application/jose
* signature.data 1..1
* obeys nsp-1 and nsp-2

Invariant: nsp-1
Description: "Author and verifier are the same person: nobody answers for another's conclusion."
Severity: #error
Expression: "agent.who.reference.distinct().count() = 1"

Invariant: nsp-2
Description: "Whoever signed is the agent."
Severity: #error
Expression: "signature.who.reference.subsetOf(agent.who.reference)"

Profile: TriageDevice
Parent: Device
Id: triage-device
Title: "The tool as a device"
Description: "Prescreen itself with the version of each part. Contained in the proposal's Provenance: an app's token seldom may create a Device."
* insert Ms(identifier, [[the service]], [[auditors]])
* identifier 1..1
* identifier.system 1..1
* identifier.system = "https://prescreen.org/fhir/NamingSystem/device" (exactly)
* identifier.value 1..1
* insert Ms(manufacturer, [[the service]], [[auditors]])
* manufacturer 1..1
* insert Ms(deviceName, [[the service]], [[EHR]])
* deviceName 1..*
* insert Ms(type, [[the service: Artificial-Intelligence]], [[EHR, auditors]])
* type 1..1
* type = $aiDevice#Artificial-Intelligence
* insert Ms(version, [[the service: one for each part, named in type.text]], [[auditors: reproduce a proposal]])
* version.type 1..1

Profile: TriageProposal
Parent: DocumentReference
Id: triage-proposal
Title: "The proposal, word for word"
Description: "The assessment as proposed, as JSON (logical model triage-assessment). Contained in the proposal's Provenance."
* status = #current
* type 1..1
* insert Ms(date, [[the service]], [[auditors]])
* date 1..1
* insert Ms(content, [[the service: base64 of the JSON]], [[auditors]])
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.contentType = #application/json
* content.attachment.data 1..1

Profile: TriageModelCard
Parent: DocumentReference
Id: triage-model-card
Title: "Model card"
Description: "Names the card of the model that took part. The card itself is shipped with the model's files."
* insert Ms(identifier, [[the service: model name and version]], [[auditors]])
* identifier 1..1
* identifier.system 1..1
* identifier.system = "https://prescreen.org/fhir/NamingSystem/model-card" (exactly)
* identifier.value 1..1
* status = #current
* insert Ms(type, [[the service: AIModelCard]], [[auditors]])
* type 1..1
* type = $aiInputs#AIModelCard
* insert Ms(category, [[the service: format of the card]], [[auditors]])
* category 1..1
* category = $aiInputs#AIModelCardMarkdownFormat
* content 1..1
* content.attachment.contentType 1..1
* content.attachment.title 1..1

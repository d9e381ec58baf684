package org.prescreen.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * The reference: validates each line of standard input with HAPI's instance validator and answers one line each.
 *
 * In: {"name", "profile" (may be missing), "resource"}. Out: {"name", "valid", "issues": [{severity, at, text}]}.
 * Arguments: folders with StructureDefinitions, ValueSets and CodeSystems, asked before R4's own.
 */
public final class ReferenceValidator {
  private ReferenceValidator() {}

  public static void main(String[] arguments) throws Exception {
    FhirValidator validator = validatorWith(arguments);
    ObjectMapper json = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) out.println(json.writeValueAsString(answer(validator, json, json.readTree(line))));
    }
  }

  private static ObjectNode answer(FhirValidator validator, ObjectMapper json, JsonNode question) throws Exception {
    ValidationOptions options = new ValidationOptions();
    if (question.hasNonNull("profile")) options.addProfile(question.get("profile").asText());
    List<SingleValidationMessage> messages =
        validator.validateWithResult(json.writeValueAsString(question.get("resource")), options).getMessages();
    ObjectNode answer = json.createObjectNode();
    answer.put("name", question.get("name").asText());
    answer.put("valid", messages.stream().noneMatch(ReferenceValidator::isError));
    ArrayNode issues = answer.putArray("issues");
    for (SingleValidationMessage message : messages) {
      if (message.getSeverity() == ResultSeverityEnum.INFORMATION) continue;
      issues.addObject()
          .put("severity", message.getSeverity().getCode())
          .put("at", message.getLocationString())
          .put("text", message.getMessage());
    }
    return answer;
  }

  private static boolean isError(SingleValidationMessage message) {
    return message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal();
  }

  private static FhirValidator validatorWith(String[] folders) throws Exception {
    FhirContext context = FhirContext.forR4();
    PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.sorted().toList()) {
          if (!file.getFileName().toString().matches("(StructureDefinition|ValueSet|CodeSystem)-.*\\.json")) continue;
          own.addResource((IBaseResource) context.newJsonParser().parseResource(Files.readString(file)));
        }
      }
    }
    ValidationSupportChain chain =
        new ValidationSupportChain(
            own,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context));
    FhirInstanceValidator instance = new FhirInstanceValidator(chain);
    instance.setErrorForUnknownProfiles(true);
    instance.setAnyExtensionsAllowed(true);
    return context.newValidator().registerValidatorModule(instance);
  }
}

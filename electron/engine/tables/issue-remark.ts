import type { z } from 'zod';
import type { RowRemark } from '#shared/model/tables.ts';

type Issue = z.core.$ZodIssue;

/** What a shape finds wrong with `value`, as a remark a person can act on. */
export function issueRemark(issue: Issue, value: unknown, column: string): RowRemark {
  if (issue.code !== 'custom' && at(value, issue.path) === undefined) return { code: 'missing', column, facts: {} };
  switch (issue.code) {
    case 'invalid_value':
      return { code: 'choice', column, facts: { values: issue.values.map(String).join(', ') } };
    case 'invalid_union':
      return { code: 'term', column, facts: {} };
    case 'too_small':
      return issue.origin === 'string'
        ? { code: 'missing', column, facts: {} }
        : { code: 'least', column, facts: { least: String(issue.minimum) } };
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'most',
        column,
        facts: { most: String(issue.maximum) },
      };
    case 'invalid_type':
      return { code: 'type', column, facts: { expected: issue.expected } };
    case 'custom':
      return { code: 'value', column, facts: { problem: issue.message } };
    case 'invalid_format':
      return { code: issue.format === 'uuid' ? 'not-an-id' : 'value', column, facts: { problem: issue.message } };
    default:
      return { code: 'value', column, facts: { problem: issue.message } };
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

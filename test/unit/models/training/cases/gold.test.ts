import { describe, expect, it } from 'vitest';
import { goldOf } from '#models/training/cases/gold.ts';

describe('the rule of construction', () => {
  it('asks first whether a life must be saved now', () => {
    expect(goldOf({ lifeSaving: true, highRisk: true, resources: 0 })).toBe('critical');
  });

  it('then whether it can wait: high risk, new confusion or severe distress', () => {
    expect(goldOf({ highRisk: true, resources: 2 })).toBe('high');
    expect(goldOf({ newlyConfused: true, resources: 1 })).toBe('high');
    expect(goldOf({ severeDistress: true, resources: 0 })).toBe('high');
  });

  it('then counts kinds of resource', () => {
    expect(goldOf({ resources: 2 })).toBe('medium');
    expect(goldOf({ resources: 1 })).toBe('low');
    expect(goldOf({ resources: 0 })).toBe('low');
  });

  it('lets danger-zone vital signs raise only who needs two resources', () => {
    expect(goldOf({ resources: 2, dangerVitals: true })).toBe('high');
    expect(goldOf({ resources: 1, dangerVitals: true })).toBe('low');
  });
});

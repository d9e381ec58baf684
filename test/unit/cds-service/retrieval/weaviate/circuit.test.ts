import { describe, expect, it } from 'vitest';
import { createCircuit } from '#cds-service/retrieval/weaviate/circuit.ts';

function aCircuit() {
  const clock = { now: 1_000_000 };
  const circuit = createCircuit(() => clock.now);
  const failTimes = (count: number) => {
    for (let time = 0; time < count; time += 1) circuit.failed();
  };
  return { clock, circuit, failTimes };
}

describe('createCircuit', () => {
  it('goes on trying while failures are few', () => {
    const { circuit, failTimes } = aCircuit();
    failTimes(2);
    expect(circuit.mayTry()).toBe(true);
  });

  it('rests after the third failure in a row, and then lets one caller try', () => {
    const { circuit, clock, failTimes } = aCircuit();
    failTimes(3);
    expect(circuit.mayTry()).toBe(false);
    clock.now += 2_000;
    expect([circuit.mayTry(), circuit.mayTry()]).toEqual([true, false]);
  });

  it('is whole again after one success', () => {
    const { circuit, clock, failTimes } = aCircuit();
    failTimes(5);
    clock.now += 2_000;
    circuit.mayTry();
    circuit.succeeded();
    failTimes(2);
    expect(circuit.mayTry()).toBe(true);
  });

  it('rests anew when the one who tried failed', () => {
    const { circuit, clock, failTimes } = aCircuit();
    failTimes(3);
    clock.now += 2_000;
    circuit.mayTry();
    circuit.failed();
    clock.now += 1_999;
    expect(circuit.mayTry()).toBe(false);
  });
});

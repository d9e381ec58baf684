import { ServiceError } from '#fhir-mappers/service-error.ts';
import type { Binding } from '../store/contract.ts';

/** @throws ServiceError `other-patient` when a proposal is not of the session's clinic, patient and encounter. */
export function checkBinding(of: Binding, session: Binding): void {
  const isSame =
    of.client === session.client &&
    of.patient === session.patient &&
    (of.encounter === undefined || session.encounter === undefined || of.encounter === session.encounter);
  if (!isSame) throw new ServiceError('other-patient');
}

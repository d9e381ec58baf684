import type { Review } from '#fhir-mappers/review.ts';
import type { FhirServer } from '../api/fhir.ts';
import type { Service, WriteMode } from '../api/service.ts';
import { type ReadBack, readBack } from './read-back.ts';
import { saveRecord } from './save-record.ts';

interface Places {
  readonly service: Pick<Service, 'sign' | 'reportWritten'>;
  readonly server: FhirServer;
  readonly mode: WriteMode;
}

/**
 * Signs a review, writes it into the record, reads it back, and tells the service that it stands.
 *
 * May be called again after any failure: signing gives the same Bundle, writing finds what is already there.
 * A failure to tell the service changes nothing in the record, so it does not disturb the nurse.
 *
 * @throws Problem when signing or writing failed; nothing is then in the record.
 */
export async function signAndSave(
  review: Review,
  { service, server, mode }: Places,
): Promise<readonly ReadBack[]> {
  const signed = await service.sign(review, mode);
  const references = await saveRecord(server, signed, mode);
  const found = await readBack(server, references);
  const first = (type: string) => references.find((reference) => reference.startsWith(`${type}/`));
  const clinicalImpression = first('ClinicalImpression') ?? first('DocumentReference');
  const task = first('Task');
  await service
    .reportWritten({
      assessmentId: review.assessmentId,
      ...(clinicalImpression ? { clinicalImpression } : {}),
      ...(task ? { task } : {}),
    })
    .catch(() => undefined);
  return found;
}

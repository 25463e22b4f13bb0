import {
  CaseBytes,
  dictionaryBytes,
  type CaseBatch,
  type Dictionary,
  type SavFacts,
} from '@rozeznanie/core/microdata'

/** The file as SPSS reads it. */
export async function* savBytes(
  dictionary: Dictionary,
  batches: AsyncIterable<CaseBatch>,
  facts: SavFacts,
): AsyncGenerator<Uint8Array> {
  yield dictionaryBytes(dictionary, facts)
  const bytes = new CaseBytes(dictionary)
  for await (const batch of batches) yield bytes.add(batch)
  yield bytes.end()
}

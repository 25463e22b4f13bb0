import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { seededRandom } from '../prisma/demo/random.ts'
import { demoCentres } from '../prisma/demo/region.ts'
import { drawAnswers } from '../prisma/demo/resident-answers.ts'
import { drawResident } from '../prisma/demo/resident.ts'
import { openDatabase, type Database } from '../server/src/database/database.ts'

const MOST_DIFFERENT = 5_000

/** Different answers of made-up residents, stored over and over until there are enough. */
export async function fill(
  db: Database,
  survey: { id: string; questionnaireVersionId: string },
  localities: readonly string[],
  count: number,
) {
  const different = Math.min(MOST_DIFFERENT, count)
  const questionnaire = questionnaireLibrary.find(({ key }) => key === 'RES') ?? questionnaireLibrary[0]!
  const random = seededRandom(2026)
  const centre = demoCentres[0]!
  const localityIds = new Map(
    [...centre.villages, ...(centre.town ? [centre.town] : [])].map((name, i) => [
      name,
      localities[i % localities.length]!,
    ]),
  )
  const drawn = Array.from({ length: different }, () => {
    const resident = drawResident(random, centre)
    const answers = drawAnswers({ questionnaire, random, centre, localityIds, resident })
    return { mode: resident.mode, answers }
  })
  await db.pool.query(
    `INSERT INTO response (survey_id, id, questionnaire_version_id, mode, locality_id, submitted_on, answers, content_hash)
     SELECT $1, gen_random_uuid(), $2, mode::"CollectionMode", NULLIF(answers->>'dem_locality', '-99')::uuid, '2026-11-22', answers, '\\x00'
     FROM generate_series(1, $5::int), unnest($3::text[], $4::jsonb[]) AS drawn (mode, answers)`,
    [
      survey.id,
      survey.questionnaireVersionId,
      drawn.map(({ mode }) => mode),
      drawn.map(({ answers }) => JSON.stringify(answers)),
      count / different,
    ],
  )
  await db.pool.query('VACUUM ANALYZE response')
}

/** A database of its own for one measurement, gone afterwards. */
export async function onDatabase(measure: (db: Database) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'rozeznanie-bench-'))
  await chmod(dataFolder, 0o755)
  const giveUp = (error: unknown): never => {
    throw error
  }
  const db = await openDatabase({ databaseUrl: null, dataFolder, say: () => undefined, giveUp })
  try {
    await measure(db)
  } finally {
    await db.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

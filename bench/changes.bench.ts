// What a draft changes, told in numbers of answers: a survey with 100,000 answers to an own copy of RES. And what the
// history of a draft takes on the disk. `RESPONSES=20000` measures a smaller survey.
import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionnaireLibrary } from '@rozeznanie/core/questionnaire/library'
import { compareVersions } from '@rozeznanie/core/questionnaire/revision'
import { INSTALLATION } from '../server/src/context.ts'
import type { Database } from '../server/src/database/database.ts'
import { addState } from '../server/src/questionnaire/draft.store.ts'
import { inTransaction } from '../server/src/questionnaire/questionnaire.store.ts'
import { changesOfDraft } from '../server/src/questionnaire/read-changes.ts'
import { asInstallation, createServices } from '../server/src/services.ts'
import { createBuilders } from '../server/testing/builders.ts'
import { fill, onDatabase } from './residents.ts'
import { say, time } from './timing.ts'

const RESPONSES = Number(process.env.RESPONSES ?? 100_000)
const STATES = 200

type Change = (question: Question) => readonly Question[]

const changed = (document: Questionnaire, change: Change): Questionnaire => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap(change),
  })),
})

const DRAFTS: Readonly<Record<string, Change>> = {
  'one wording changed, a single choice': (question) => [
    question.key === 'dem_age' ? { ...question, text: 'Ile lat ma osoba, która odpowiada?' } : question,
  ],
  'one question removed, a matrix of 22 rows': (question) => (question.key === 'serv_need' ? [] : [question]),
  'every question removed': ({ key }) => [{ key: `${key}_2`, type: 'TEXT_SHORT', text: 'Co innego?' }],
}

async function measure(db: Database) {
  const builders = createBuilders(asInstallation(createServices({ db })))
  const organisationId = await builders.anOrganisation()
  const localities = [await builders.aLocality(), await builders.aLocality()]
  const document = questionnaireLibrary.find(({ key }) => key === 'RES')!
  const questionnaireVersionId = await builders.aQuestionnaireVersion(document, organisationId)
  const survey = await builders.aSurvey({ organisationId, questionnaireVersionId })
  await fill(db, survey, localities, RESPONSES)
  const { id: questionnaireId } = await db.prisma.questionnaire.update({
    where: { id: (await db.prisma.questionnaire.findFirstOrThrow({ where: { organisationId } })).id },
    data: { key: document.key },
  })
  const save = (revision: number, draft: Questionnaire) => {
    const state = { questionnaireId, revision, document: draft, viewer: INSTALLATION, savedAt: new Date() }
    return inTransaction(db, (tx) => addState(tx, { ...state, kind: 'SAVED' }))
  }
  let revision = 1
  for (const [name, change] of Object.entries(DRAFTS)) {
    const draft = changed(document, change)
    await save((revision += 1), draft)
    const changes = await changesOfDraft(db, questionnaireId, revision)
    const counted = changes.filter(({ answerCount }) => answerCount !== null).length
    say(`${name}: ${changes.length} changes, ${counted} counted`, '')
    say('  comparing without answers', await time(5, () => compareVersions(document, draft)))
    say('  changes with answers counted', await time(5, () => changesOfDraft(db, questionnaireId, revision)))
  }
  await measureHistory(db, (index) => save((revision += 1), { ...document, description: `Zapis ${index}.` }))
}

async function measureHistory(db: Database, save: (index: number) => Promise<boolean>) {
  const sizeOf = async () => {
    const size = `SELECT pg_total_relation_size('questionnaire_draft_state')::int AS bytes`
    return (await db.pool.query<{ bytes: number }>(size)).rows[0]?.bytes ?? 0
  }
  const before = await sizeOf()
  let index = 0
  say('saving a draft', await time(STATES, () => save((index += 1))))
  say('one state on the disk', `${((await sizeOf()) - before) / STATES / 1024} KiB`)
}

await onDatabase(measure)

import { poolVersions, type Pool, type SurveyVersions } from '@rozeznanie/core/analysis'
import { withGeneralTexts, type Questionnaire } from '@rozeznanie/core/questionnaire'
import type { Database } from '../database/database.ts'
import { findVersionIds, loadVersions } from './analysis.store.ts'

/** What a survey asks and has asked. */
export interface SurveyForm {
  readonly versions: SurveyVersions
  /** How its versions are put together; `null` where there is only one. */
  readonly pool: Pool | null
  /** What results show: the present version, with earlier series that are counted apart. */
  readonly questionnaire: Questionnaire
}

const MOST_KEPT = 100

function formOf(versions: SurveyVersions): SurveyForm {
  const [only] = versions
  if (versions.length === 1)
    return { versions, pool: null, questionnaire: withGeneralTexts(only.questionnaire) }
  const pool = poolVersions(versions)
  return { versions, pool, questionnaire: pool.questionnaire }
}

/** The forms of surveys. Versions never change, so that a list of them is put together once. */
export class SurveyForms {
  private readonly kept = new Map<string, Promise<SurveyForm | null>>()

  constructor(private readonly db: Database) {}

  private async load(versionIds: readonly string[]): Promise<SurveyForm | null> {
    const [first, ...others] = await loadVersions(this.db, versionIds)
    return first ? formOf([first, ...others]) : null
  }

  /** The form as it is now: the same object while the survey has not moved; `null` when there is no such survey. */
  async read(surveyId: string): Promise<SurveyForm | null> {
    const versionIds = await findVersionIds(this.db, surveyId)
    const name = versionIds.join()
    const form = this.kept.get(name) ?? this.load(versionIds)
    this.kept.delete(name)
    this.kept.set(name, form)
    const [oldest] = this.kept.keys()
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
    form.catch(() => this.kept.delete(name))
    return form
  }
}

import type { TerrainSurvey } from '@rozeznanie/core/terrain'
import { localityName, newestOf, progressOf, standingOf, titleOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Update } from '../updates.ts'
import type { Desk } from '../use-desk.ts'
import type { Screen } from '../use-screen.ts'
import { Note, Shell } from './Shell.tsx'
import { Unfinished } from './Unfinished.tsx'
import { Unsent } from './Unsent.tsx'

type Go = (screen: Screen, hash?: string) => void

interface HomeProps {
  readonly desk: Desk
  readonly update: Update
  readonly install: (() => void) | null
  readonly go: Go
}

/** What waits, what is unfinished, and the surveys to take interviews for. */
export function Home({ desk, update, install, go }: HomeProps) {
  const { holdings, warnings, lock } = desk
  const surveys = holdings.bundle?.surveys ?? []
  const aside = (
    <>
      <span>{holdings.bundle?.account.name}</span>
      <button type="button" class="secondary small" onClick={lock}>
        {texts.home.lock}
      </button>
    </>
  )
  return (
    <Shell title={texts.home.title} aside={aside}>
      {warnings.map((warning) => (
        <Note
          key={warning.kind}
          tone={warning.kind === 'UNSENT_LONG' || warning.kind === 'NO_ROOM' ? 'danger' : 'warning'}
        >
          <p>{texts.warning(warning)}</p>
        </Note>
      ))}
      {update.isWaiting && (
        <Note tone="calm">
          <p>{texts.home.update}</p>
          <button type="button" class="secondary small" onClick={update.install}>
            {texts.home.updateNow}
          </button>
        </Note>
      )}
      <Unsent desk={desk} go={go} />
      <Unfinished desk={desk} go={go} />
      <h2>{texts.home.surveys}</h2>
      {surveys.length === 0 && <p>{texts.home.none}</p>}
      <div class="app-cards">
        {surveys.map((survey) => (
          <SurveyCard key={survey.id} desk={desk} survey={survey} go={go} />
        ))}
      </div>
      <ComingBack desk={desk} />
      {install && (
        <Note tone="calm">
          <p>{texts.home.installLead}</p>
          <button type="button" class="secondary small" onClick={install}>
            {texts.home.install}
          </button>
        </Note>
      )}
    </Shell>
  )
}

interface SurveyCardProps {
  readonly desk: Desk
  readonly survey: TerrainSurvey
  readonly go: Go
}

function SurveyCard({ desk, survey, go }: SurveyCardProps) {
  const { holdings } = desk
  const document = newestOf(survey)
  const standing = standingOf(survey, desk.today())
  if (!document) return null
  const said = {
    open: texts.home.until(document.closesOn),
    early: texts.home.notYet(document.opensOn),
    over: texts.home.over,
    gone: texts.home.gone,
  }[standing]
  const progress = progressOf(holdings, survey)
  return (
    <section class="app-card">
      <h3>{document.title}</h3>
      <p class="hint">
        {document.municipalityName} · {said}
      </p>
      {progress.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.home.place}</th>
              <th scope="col">{texts.home.own}</th>
            </tr>
          </thead>
          <tbody>
            {progress.map(({ localityId, done, target }) => (
              <tr key={localityId}>
                <th scope="row">
                  {localityName(holdings, survey.id, localityId) ??
                    (target === null && survey.targets.length > 0
                      ? texts.home.elsewhere
                      : texts.home.wholeMunicipality)}
                </th>
                <td>{texts.home.done(done, target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {standing === 'open' && (
        <p class="app-actions">
          <button type="button" class="primary" onClick={() => go({ kind: 'begin', surveyId: survey.id })}>
            {texts.home.begin}
          </button>
          <button type="button" class="secondary" onClick={() => go({ kind: 'visit', surveyId: survey.id })}>
            {texts.home.visit}
          </button>
        </p>
      )}
    </section>
  )
}

/** Days on which somebody is to be visited again, the next first. */
function ComingBack({ desk }: Pick<HomeProps, 'desk'>) {
  const { holdings } = desk
  const today = desk.today()
  const due = holdings.visits
    .filter(({ comeBackOn = '' }) => comeBackOn >= today)
    .sort((a, b) => ((a.comeBackOn ?? '') < (b.comeBackOn ?? '') ? -1 : 1))
  if (due.length === 0) return null
  return (
    <section class="app-card">
      <h2>{texts.home.comeBack}</h2>
      <ul class="app-list">
        {due.map(({ id, surveyId, comeBackOn = '', localityId = null }) => (
          <li key={id}>
            <strong>{texts.day(comeBackOn)}</strong>
            {' · '}
            {[localityName(holdings, surveyId, localityId), titleOf(holdings, surveyId)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useEffect, useState } from 'preact/hooks'
import { localDayOf } from '@rozeznanie/core/survey'
import { countLocked, rescueFile, wipeDevice, type Locked } from '../storage/device.ts'
import type { TerrainDatabase } from '../storage/layout.ts'
import { saveFile } from '../surroundings.ts'
import { texts } from '../texts.ts'
import { Note, Shell } from './Shell.tsx'

interface ForgottenPinProps {
  readonly database: TerrainDatabase
  onBack(): void
  onWiped(): void
}

/** What can be saved without the PIN, what is lost, and how to begin anew. */
export function ForgottenPin({ database, onBack, onWiped }: ForgottenPinProps) {
  const [locked, setLocked] = useState<Locked | null>(null)
  const [isSaved, setSaved] = useState(false)
  const [isSure, setSure] = useState(false)
  useEffect(() => void countLocked(database).then(setLocked), [database])
  if (!locked) return <Shell title={texts.forgotten.title}>{null}</Shell>
  const { waiting, unfinished, visits } = locked
  const mayWipe = isSure && (waiting === 0 || isSaved)
  const save = async () => {
    const name = texts.ledger.rescueName(localDayOf(new Date()))
    saveFile(name, 'application/json', await rescueFile(database))
    setSaved(true)
  }
  return (
    <Shell title={texts.forgotten.title}>
      <p class="lead">{texts.forgotten.lead}</p>
      <p>{texts.forgotten.safe(waiting)}</p>
      {waiting > 0 && (
        <p>
          <button type="button" class="primary" onClick={() => void save()}>
            {texts.forgotten.save}
          </button>
        </p>
      )}
      {isSaved && (
        <Note tone="good" isSpoken>
          <p>{texts.forgotten.saved}</p>
        </Note>
      )}
      {unfinished + visits > 0 && <Note>{texts.forgotten.lost(unfinished, visits)}</Note>}
      <p>
        <button type="button" class="secondary" onClick={onBack}>
          {texts.forgotten.back}
        </button>
      </p>
      {(waiting === 0 || isSaved) && (
        <section class="app-card">
          <h2>{texts.forgotten.wipeTitle}</h2>
          <p>{texts.forgotten.wipeLead}</p>
          <div class="choice">
            <input
              id="pewne"
              type="checkbox"
              checked={isSure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <label for="pewne">
              {waiting > 0 ? texts.forgotten.confirm : texts.forgotten.confirmNothing}
            </label>
          </div>
          <p>
            <button
              type="button"
              class="danger"
              aria-disabled={mayWipe ? undefined : 'true'}
              onClick={() => mayWipe && void wipeDevice(database).then(onWiped)}
            >
              {texts.forgotten.wipe}
            </button>
          </p>
        </section>
      )}
    </Shell>
  )
}

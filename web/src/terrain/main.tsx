import '../tokens.css'
import '../answer/answer.css'
import '../answer/look/look.css'
import './terrain.css'
import { render } from 'preact'
import { App } from './App.tsx'
import { Shell } from './screens/Shell.tsx'
import { openLayout } from './storage/layout.ts'
import { texts } from './texts.ts'
import { keepApp } from './updates.ts'

const root = document.getElementById('teren')

/** Why the storage did not open, and what to do. */
function wordsOf(error: unknown): string {
  const isOlder = error instanceof DOMException && error.name === 'VersionError'
  return isOlder ? texts.broken.older : texts.broken.noStorage
}

async function start(holder: HTMLElement): Promise<void> {
  holder.textContent = ''
  void keepApp()
  try {
    const database = await openLayout(undefined, () => window.location.reload())
    render(<App database={database} />, holder)
  } catch (error) {
    render(
      <Shell title={texts.broken.title}>
        <p class="lead">{wordsOf(error)}</p>
        <p>
          <button type="button" class="primary" onClick={() => window.location.reload()}>
            {texts.broken.reload}
          </button>
        </p>
      </Shell>,
      holder,
    )
  }
}

if (root) void start(root)

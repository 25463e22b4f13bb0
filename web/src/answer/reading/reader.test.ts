import { afterEach, describe, expect, it, vi } from 'vitest'
import { piecesOf, sayAll, voiceFor } from './reader.ts'

const voice = (lang: string, localService: boolean) => ({ lang, localService }) as SpeechSynthesisVoice

describe('a voice', () => {
  const near = voice('pl-PL', true)
  const far = voice('pl_PL', false)

  it('is one of the device before one of the network', () => {
    expect(voiceFor([voice('en-GB', true), far, near], 'pl', true)).toBe(near)
  })

  it('of the network serves only while there is a network', () => {
    expect(voiceFor([far], 'pl', true)).toBe(far)
    expect(voiceFor([far], 'pl', false)).toBeNull()
  })

  it('is none where none speaks the language', () => {
    expect(voiceFor([voice('en-US', true), voice('plt-MG', true)], 'pl', true)).toBeNull()
  })
})

describe('what is read', () => {
  it('is the question, what helps and the answers, in their order, and nothing else', () => {
    const screen = document.createElement('main')
    screen.innerHTML = `
      <div class="progress"><p>Część 1 z 5</p></div>
      <div class="summary"><h2>Prosimy o poprawienie</h2></div>
      <div class="question"><fieldset><legend><h1>Jakie jest\n Pana/Pani zdrowie?</h1></legend>
        <div class="hint"><p>Można pominąć.</p></div>
        <p class="fault"><strong>Błąd:</strong> Prosimy zaznaczyć.</p>
        <div class="matrix-top" aria-hidden="true"><span>dobre</span></div>
        <fieldset class="row"><legend>Sen</legend>
          <div class="choice"><input type="radio"><label><span>dobre</span></label></div>
          <div class="choice"><input type="radio"><label><span>złe</span></label></div></fieldset>
      </fieldset></div>
      <p class="go-on"><button>Dalej</button></p>`

    expect(piecesOf(screen)).toEqual([
      'Jakie jest Pana/Pani zdrowie?',
      'Można pominąć.',
      'Błąd: Prosimy zaznaczyć.',
      'Sen',
      'dobre',
      'złe',
    ])
  })
})

describe('reading', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('says piece after piece in the voice, tells when it is over, and stops when asked', () => {
    const said: SpeechSynthesisUtterance[] = []
    const cancel = vi.fn()
    vi.stubGlobal('speechSynthesis', { speak: (one: SpeechSynthesisUtterance) => said.push(one), cancel })
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        onend: (() => void) | null = null
        constructor(readonly text: string) {}
      },
    )
    const onEnd = vi.fn()

    const stop = sayAll(voice('pl-PL', true), ['Pytanie?', 'tak'], onEnd)

    expect(said.map(({ text, lang }) => [text, lang])).toEqual([
      ['Pytanie?', 'pl-PL'],
      ['tak', 'pl-PL'],
    ])
    expect(said[0]?.onend).toBeNull()
    said[1]?.onend?.({} as SpeechSynthesisEvent)
    expect(onEnd).toHaveBeenCalledTimes(1)
    stop()
    expect(cancel).toHaveBeenCalledTimes(2)
  })
})

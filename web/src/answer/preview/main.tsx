import '../../tokens.css'
import '../answer.css'
import '../look/look.css'
import './preview.css'
import { render } from 'preact'
import { Preview } from './Preview.tsx'
import { previewTexts as texts } from './preview-texts.ts'

const root = document.getElementById('ankieta')

if (root) {
  root.textContent = ''
  const isFramed = window.parent !== window
  render(isFramed ? <Preview /> : <p class="lead alone">{texts.alone}</p>, root)
}

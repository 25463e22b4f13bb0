import type { CodeTexts } from './code-texts.ts'

export const englishCodeTexts: CodeTexts = {
  label: 'Code from the letter',
  hint: 'The code has ten characters in two parts, for example 7XK29-QMB4F. Capital or small letters are the same.',
  unlinked:
    'The code lets you send one survey. We do not link it with your answers. Nobody can check who answered what.',
  asking: 'Checking the code…',
  faults: {
    EMPTY: 'Please type the code that is printed on your letter.',
    TOO_SHORT: 'The code is too short. It should have ten characters.',
    TOO_LONG: 'The code is too long. It should have ten characters.',
    STRANGE: 'The code has characters that are never used in it. It is made of digits and plain letters.',
    FIRST_PART: 'There is a mistake in the first part of the code. Please check the first five characters.',
    SECOND_PART: 'There is a mistake in the second part of the code. Please check the last five characters.',
    BOTH_PARTS: 'There is a mistake in the code. Please check both parts of it.',
    UNKNOWN:
      'We do not know this code. Please check that it is typed correctly. If a newer letter came, use the code from that letter. You can also call the number at the bottom of the page.',
    USED: 'A survey has already been sent with this code. One code is for one survey. If this is a mistake, please call the number at the bottom of the page.',
  },
}

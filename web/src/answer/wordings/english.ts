import type { Question } from '@rozeznanie/core/questionnaire'
import type { FaultMessages } from './fault-messages.ts'
import type { Wording } from './wording.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-12-01` → „1 December 2026”. */
function day(date: string): string {
  const [year, month, number] = date.split('-')
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? date : `${Number(number)} ${name} ${year}`
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
const answers = (number: number): string => count(number, 'answer', 'answers')
const characters = (number: number): string => count(number, 'character', 'characters')

function how(type: Question['type']): string {
  switch (type) {
    case 'SINGLE':
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return 'Please choose one answer.'
    case 'MULTI':
    case 'RANK':
      return 'Please choose at least one answer.'
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return 'Please choose an answer in this row.'
    case 'LOCALITY':
      return 'Please choose a place from the list.'
    case 'CONSENT':
      return 'Please tick the box to go on.'
    case 'NUMBER':
      return 'Please enter a number.'
    case 'DATE_YEAR':
      return 'Please enter a year.'
    case 'ROSTER':
      return 'Please add at least one entry.'
    default:
      return 'Please write your answer.'
  }
}

const faults: FaultMessages = {
  required: 'This question needs an answer.',
  wrongShape: 'We could not understand this answer.',
  how,
  reload: 'This survey has changed. Please reload the page and try again.',
  unknownOption: 'This answer is not on the list. Please choose an answer from the list.',
  unknownLocality: 'This place is not on the list. Please choose a place from the list.',
  tooFew: (min) => `Please choose at least ${answers(min)}.`,
  tooMany: (max) => `You can choose at most ${answers(max)}. Please untick the less important ones.`,
  duplicate: 'The same answer was chosen more than once. Please choose each answer only once.',
  exclusive: (label) =>
    `“${label}” cannot be combined with other answers. Please keep only this one or untick it.`,
  between: (min, max) => `Please enter a number from ${min} to ${max}.`,
  atLeast: (min) => `Please enter a number that is ${min} or more.`,
  atMost: (max) => `Please enter a number that is ${max} or less.`,
  year: (min, max) => `Please enter a year from ${min} to ${max}, in four digits.`,
  whole: 'Please enter a whole number.',
  decimals: (places) =>
    `There can be at most ${count(places, 'digit', 'digits')} after the decimal point. Please round the number.`,
  tooLong: (max, length) =>
    `The text is too long: it has ${characters(length)} and may have at most ${max}. Please shorten it.`,
  unstorable:
    'The text has a character that we cannot save. Please write it again without special characters.',
  tooFewItems: (min) => `Please add more entries: at least ${min} are needed.`,
  tooManyItems: (max) => `There can be at most ${count(max, 'entry', 'entries')}. Please remove the others.`,
}

/** The answering page in English. */
export const english: Wording = {
  code: 'en',
  day,
  number: String,
  languageFailed: 'This language could not be loaded. Please try again in a moment.',
  olderGone:
    'The questions of this survey changed while you were filling it in. We are sorry. We have kept the answers that fit the new questions. Please go through them once more.',
  skipToContent: 'Skip to the content',
  demo: 'Sample data',
  demoNote: 'This is a sample survey. The answers will not reach any office.',
  helpLead: 'Help with the survey, telephone:',
  errorTitle: (title) => `Error: ${title}`,

  start: {
    time: 'How long it takes',
    minutes: (minutes) => `about ${count(minutes, 'minute', 'minutes')}`,
    until: 'You can answer until',
    begin: 'Start',
    proceed: 'Continue the survey',
    kept: 'Some answers are already saved on this device. You can go back to them.',
    clause: 'What happens to my answers',
    storage:
      'Until you send them, your answers are saved only on this device, in this browser tab. They will not disappear when the page is reloaded. After they are sent, we delete them from the device. You can also delete them at any time with the “Start over” button. This page does not use cookies.',
  },

  look: {
    title: 'Letters and colours',
    layout: 'How should the questions look?',
    calm: 'Large letters, one question at a time',
    dense: 'Usual layout',
    letters: 'Size of letters',
    lettersAre: { usual: 'Usual', bigger: 'Larger', biggest: 'Largest' },
    colours: 'Colours',
    coloursAre: { usual: 'Usual', 'dark-on-light': 'Black on white', 'light-on-dark': 'Light on black' },
    take: 'Change the look',
  },

  who: {
    title: 'Who is answering?',
    hint: 'Every answer is fine. You can leave this question empty.',
    offer: 'Is somebody helping, or answering for another person?',
    SELF: 'I answer for myself',
    ASSISTED: 'I answer for myself and somebody helps me',
    PROXY: 'I answer for another person',
    proxy: 'The questions are about that person. Please answer as they would.',
  },

  reading: {
    start: 'Read aloud',
    stop: 'Stop reading',
  },

  trap: 'Topic (please leave this field empty)',

  page: {
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    toCheck: 'Save and go back to the summary',
    part: (part, of) => `Part ${part} of ${of}`,
    done: (percent) => `about ${percent}% of the survey done`,
    allDone: 'All questions done',
    matrixPart: (part, of) => `screen ${part} of ${of} of this question`,
    required: 'Please answer this question. The survey cannot be sent without it.',
    clear: 'Clear the answer',
    clearRow: 'Clear',
    clearFor: (label) => `Clear the answer: ${label}`,
  },

  field: {
    saysMany: (help) => /several|more than one|all that apply/i.test(help),
    chooseMany: 'You can choose several answers.',
    chooseAtMost: (max) => `You can choose at most ${answers(max)}.`,
    chosen: (chosen, max) => `${chosen} of ${max} chosen.`,
    full: (max) =>
      `You have already chosen ${answers(max)}, no more are possible. To change your choice, please untick one of them first.`,
    exclusive: (label) => `“${label}” is ticked. The other ticks have been removed.`,
    notExclusive: (label) => `“${label}” has been unticked because you chose another answer.`,
    otherText: 'Please write what it is',
    noNames: 'Please do not write names or addresses.',
    left: (number) => `${characters(number)} left.`,
    over: (number) => `Too long by ${characters(number)}. Please shorten the text.`,
    rank: (top) => `Please choose at most ${answers(top)}, starting with the most important one.`,
    rankNext: 'The next field appears when you have filled in the one before it.',
    rankPlaces: ['First place', 'Second place', 'Third place', 'Fourth place', 'Fifth place'],
    rankPlace: (place) => `Place ${place}`,
    choose: 'Please choose',
    localityRefused: 'I prefer not to say',
    year: 'Please enter the year in four digits.',
    consent: 'Yes, I agree',
    addItem: (name) => `Add: ${name}`,
    addAnother: (name) => `Add another: ${name}`,
    itemTitle: (name, number) => `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`,
    removeItem: (name, number) => `Remove: ${name} ${number}`,
    itemRemoved: (name, number) => `Removed: ${name} ${number}.`,
    itemAdded: (name, number) => `Added: ${name} ${number}.`,
    itemsFull: (max) => `You can add at most ${count(max, 'entry', 'entries')}.`,
    scaleEnds: (low, high) => `${low}. ${high}.`,
  },

  errors: {
    heading: 'Please correct your answers',
    mark: 'Error:',
  },

  check: {
    title: 'Check your answers before sending',
    lead: 'You can still change every answer. After sending, this will not be possible.',
    noAnswer: 'no answer',
    change: 'Change',
    add: 'Answer',
    of: (label) => `answer to the question: ${label}`,
    send: 'Send my answers',
    places: (place, label) => `${place}. ${label}`,
    consent: 'yes',
    inItem: (label, answer) => `${label} ${answer}`,
  },

  sending: {
    title: 'Sending your answers',
    now: 'We are sending your answers. It will take a moment.',
    failedTitle: 'Your answers have not been sent yet',
    failed: 'There is no internet connection or the server is busy.',
    safe: 'Your answers are safe on this device. Please do not close this tab.',
    retrySoon: 'We will try again by ourselves in a moment. You can also press the button.',
    retry: 'Send again',
  },

  done: {
    title: 'Thank you for completing the survey',
    receipt: 'Confirmation number',
    keep: 'You can write the number down or take a picture of it. It confirms that your answers have reached us. It does not show who sent them.',
    wiped: 'Your answers have been deleted from this device. You can close this tab.',
    next: 'What happens next',
    another: 'Another person fills in the survey',
  },

  restart: {
    title: 'Delete the answers and start over?',
    lead: 'The answers saved on this device will be deleted. They cannot be recovered.',
    yes: 'Delete and start over',
    no: 'No, back to the survey',
    link: 'Start over',
  },

  later: {
    park: 'Stop now and finish later',
    resume: 'I have a code to finish my survey',
  },

  closed: {
    scheduledTitle: 'The survey has not started yet',
    scheduled: (date) =>
      `You will be able to answer from ${date}. Please come back then, at the same address.`,
    endedTitle: 'Answers are no longer being collected',
    ended: (date) => `This survey was open until ${date}.`,
    closed: 'The organiser has closed this survey. Thank you for your interest.',
    results: 'The organiser will show the results, only as totals.',
    refusedTitle: 'The survey does not take answers now',
    refused: () => 'The organiser has closed this survey, or its time is over.',
    kept: 'Your answers have not been sent. They stay saved on this device as long as the tab is open.',
  },

  conflict: {
    title: 'This survey has already been sent',
    lead: 'The same survey was sent from this device before, with other answers. We have kept both: for now the first ones count, and the organiser will decide about the others.',
    receipt: 'Confirmation number of the first sending',
  },

  faults,

  storageOff:
    'This browser does not allow answers to be saved on the device. Please do not reload the page before sending.',

  broken: {
    title: 'We are sorry, the page has stopped working',
    lead: 'It is our fault. Please reload the page. Saved answers should come back.',
    call: 'If this does not help, please call us. You can fill in the survey by telephone or on paper:',
    callNoNumber:
      'If this does not help, please call the municipal office. You can also fill in the survey on paper.',
    reload: 'Reload the page',
    missingTitle: 'We have not found the survey',
    missing: 'There is no survey at this address. Please check the address or scan the code again.',
  },
}

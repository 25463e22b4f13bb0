/** A survey as an answering page gets it, also for the tablets of interviewers. */
export { publicSurveyOf } from './answer-page.ts'

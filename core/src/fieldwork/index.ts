export * from './model.ts'
export * from './errors.ts'
export { contactChannelOf, contactDay, endsNothing, outcomesOf, parseContact } from './parse-contact.ts'
export { rescuedDay } from './rescued-day.ts'
export { bandLabel, type Sex, SEXES, USUAL_AGES } from './sexes-and-ages.ts'
export {
  cellKey,
  emptyStructure,
  parseStructure,
  type PopulationStructure,
  type StructureCell,
  type StructurePlace,
} from './structure.ts'
export { type KnownLocality, readStructureTable } from './structure-table.ts'
export { type QuotaBoard, type QuotaCell, type RespondentCell } from './quota.ts'
export {
  MODEST_ERROR_POINTS,
  plannedSampleSize,
  type SamplePlan,
  USUAL_SAMPLE_PLAN,
} from './planned-sample.ts'
export { type NextStep } from './next-steps.ts'
export { type FieldAlert } from './alerts.ts'
export { contactRates, type ContactCount, type ContactRates } from './contact-rates.ts'
export { checkPlan, type SurveyPlan } from './plan.ts'
export * from './board.ts'

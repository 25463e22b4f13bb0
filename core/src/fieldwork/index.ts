export * from './model.ts'
export * from './errors.ts'
export { contactChannelOf, contactDay, endsNothing, outcomesOf, parseContact } from './parse-contact.ts'

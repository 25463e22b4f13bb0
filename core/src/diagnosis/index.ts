export * from './model.ts'
export { LPDI_TEMPLATE } from './lpdi-template.ts'
export { boundQuestions } from './parse-binding.ts'
export { listSections, parseTemplate } from './parse-template.ts'

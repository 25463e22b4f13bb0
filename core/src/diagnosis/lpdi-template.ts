import type { Template } from './model.ts'
import { parseTemplate } from './parse-template.ts'
import lpdi from './templates/lpdi-pl-v1.json' with { type: 'json' }

/**
 * The shipped chapters of a Local Deinstitutionalisation Plan (LPDI), diagnostic part in full.
 * A proposal: the national guidelines prescribe no literal schema that could be copied.
 */
export const LPDI_TEMPLATE: Template = parseTemplate(lpdi)

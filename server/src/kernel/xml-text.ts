/** Control characters but tab and line breaks, and the two code points that are no characters. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text without the characters that XML, and so a Word or Excel file, cannot hold. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(LONE_SURROGATE, '\ufffd')
}

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L' }

/** Only letters without marks, digits, dots and hyphens: for programs that know no other names. */
function plainName(name: string): string {
  const plain = name.replace(/[łŁ]/g, (letter) => PLAIN[letter] ?? letter).normalize('NFD')
  return plain.replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9.-]+/g, '-')
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The header that makes a browser save a file under a Polish name (RFC 6266), and no name can break out of it. */
export function attachment(name: string): string {
  return `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`
}

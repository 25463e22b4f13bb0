export { readProtectedTable } from './read-protected-table.ts'

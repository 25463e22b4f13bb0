export { blind, blindTicket, TICKET_SEED_BYTES, type BlindedTicket } from './blind-ticket.ts'

/** The plan is not what docs/reference/plan-format.md says; the message names the place. */
export class PlanFormatError extends Error {
  override readonly name = 'PlanFormatError';
}

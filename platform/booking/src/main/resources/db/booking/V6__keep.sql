-- A hold is kept long only once the provider has its payment: a step of its own.
ALTER TABLE orders DROP CONSTRAINT orders_step_check;
ALTER TABLE orders ADD CONSTRAINT orders_step_check CHECK (step IN ('pin', 'charge', 'keep',
    'await_payment', 'sell', 'hold_again', 'issue', 'unpin', 'release', 'await_late_payment',
    'give_back', 'refund', 'halted', 'done'));

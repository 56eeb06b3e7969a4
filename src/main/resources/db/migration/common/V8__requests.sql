-- A request with an Idempotency-Key is answered in the transaction that notes it: nobody has to know whose attempt it is, and
-- of one that was cut off nothing stays.
delete from api_request where answer is null;

alter table api_request drop column attempt;

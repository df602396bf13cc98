ALTER TABLE "rueckmeldezugang" ADD COLUMN "verbraucht_mit" text;--> statement-breakpoint
ALTER TABLE "rueckmeldezugang" ADD COLUMN "angenommen" boolean;--> statement-breakpoint
GRANT UPDATE (verbraucht_mit, angenommen) ON rueckmeldezugang TO lotse_api;

ALTER TABLE "person" ADD COLUMN "verstorben_am" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "verzogen_am" date;
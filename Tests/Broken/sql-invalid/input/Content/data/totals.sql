-- The totals of all years.
SELECT route, count(*) AS journeys
FROM ferries
GROUP BY route HAVING (journeys > 1

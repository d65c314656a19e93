-- The count of `cartopole import sirene`, for DuckDB and for Spark SQL: commune × family, zeros included.
--
-- It reads four views: units and establishments (Insee's two stock files), categories (code, family: legal-categories.csv)
-- and question, one row of text: keep (employers, active, all), arrondissements (fold, keep), date, cog.
-- Both engines compare text by its bytes, which is the order of the program's rows. Missing text may be '' or null.
with
located as (
  select siren, siret,
    case
      when question.arrondissements = 'keep' then codeCommuneEtablissement
      when codeCommuneEtablissement between '75101' and '75120' then '75056'
      when codeCommuneEtablissement between '69381' and '69389' then '69123'
      when codeCommuneEtablissement between '13201' and '13216' then '13055'
      else codeCommuneEtablissement
    end as insee,
    (question.keep = 'all' or etatAdministratifEtablissement = 'A')
      and (question.keep <> 'employers' or caractereEmployeurEtablissement = 'O') as counts
  from establishments cross join question
  -- Abroad there is no commune or the code of a country; [ND] is a value that Insee withholds.
  where codeCommuneEtablissement <> '' and codeCommuneEtablissement <> '[ND]'
    and substring(codeCommuneEtablissement, 1, 2) <> '99'
),
legal as (
  -- Insee's Parquet files have the category as a number.
  select siren, cast(categorieJuridiqueUniteLegale as string) as category
  from units
  where economieSocialeSolidaireUniteLegale = 'O'
),
social as (
  -- The longest code that begins a category decides its family.
  select siren, coalesce(four.family, three.family, two.family, one.family, 'other') as family
  from legal
  left join categories four on four.code = category
  left join categories three on three.code = substring(category, 1, 3)
  left join categories two on two.code = substring(category, 1, 2)
  left join categories one on one.code = substring(category, 1, 1)
),
contributors as (
  -- An establishment that stands twice counts once.
  select insee, family, siren, count(distinct siret) as establishments
  from located join social using (siren)
  where counts
  group by insee, family, siren
),
cells as (
  select insee, family, sum(establishments) as value, count(*) as units, max(establishments) as largest
  from contributors
  group by insee, family
),
communes as (select distinct insee from located),
families as (
  select family
  from (values ('association'), ('company'), ('cooperative'), ('fondation'), ('mutuelle'), ('other')) as list (family)
)
select insee, family, 'establishments' as measure, cast(coalesce(value, 0) as bigint) as value, '' as value_status,
  coalesce(units, 0) as units, coalesce(largest, 0) as largest, '' as unit, question.date, question.cog,
  'sirene: ' || case question.keep
      when 'employers' then 'active employer establishments'
      when 'active' then 'active establishments'
      else 'establishments, closed ones included'
    end || ', ESS flag O' || case question.arrondissements when 'keep' then ', arrondissements kept' else '' end
    as perimeter,
  'Insee, base Sirene des entreprises et de leurs établissements' as source
from communes cross join families left join cells using (insee, family) cross join question
order by insee, family

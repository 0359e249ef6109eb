"""numbers/units-cldr.tsv, currencies-cldr.tsv and currencies-shared.tsv (CLDR): unit and currency names that the hand-written files do not have."""
import re
from collections import defaultdict
from common import *

# CLDR's unit ids and their UCUM codes; CLDR's own id in brackets where UCUM has no code. Durations belong to the date stage.
CODES = dict(line.split() for line in '''
acceleration-g-force [g] acceleration-meter-per-square-second m/s2
angle-revolution {turn} angle-radian rad angle-degree deg angle-arc-minute ' angle-arc-second ''
area-square-kilometer km2 area-hectare har area-square-meter m2 area-square-centimeter cm2 area-square-mile [smi_us] area-acre [acr_us]
area-square-yard [syd_i] area-square-foot [sft_i] area-square-inch [sin_i] area-dunam {dunam}
concentr-karat {karat} concentr-milligram-ofglucose-per-deciliter mg/dL concentr-millimole-per-liter mmol/L concentr-mole mol
consumption-liter-per-100-kilometer L/(100.km) consumption-mile-per-gallon [mi_i]/[gal_us]
digital-petabyte PBy digital-terabyte TBy digital-terabit Tbit digital-gigabyte GBy digital-gigabit Gbit digital-megabyte MBy digital-megabit Mbit
digital-kilobyte kBy digital-kilobit kbit digital-byte By digital-bit bit
electric-ampere A electric-milliampere mA electric-ohm Ohm electric-volt V
energy-kilocalorie kcal energy-calorie cal energy-foodcalorie [Cal] energy-kilojoule kJ energy-joule J energy-kilowatt-hour kW.h energy-electronvolt eV
energy-british-thermal-unit [Btu] energy-therm-us {therm}
force-newton N force-pound-force [lbf_av]
frequency-gigahertz GHz frequency-megahertz MHz frequency-kilohertz kHz frequency-hertz Hz
graphics-pixel {pixel} graphics-megapixel {megapixel} graphics-pixel-per-inch {pixel}/[in_i]
length-kilometer km=1000m length-meter m=100cm length-decimeter dm length-centimeter cm length-millimeter mm length-micrometer um length-nanometer nm
length-picometer pm length-mile [mi_i]=1760[yd_i] length-yard [yd_i]=3[ft_i] length-foot [ft_i]=12[in_i] length-inch [in_i] length-parsec pc
length-light-year [ly] length-astronomical-unit AU length-furlong [fur_us] length-fathom [fth_i] length-nautical-mile [nmi_i]
light-lux lx light-candela cd light-lumen lm
mass-metric-ton t=1000kg mass-kilogram kg=1000g mass-gram g mass-milligram mg mass-microgram ug mass-ton t=1000kg mass-stone [stone_av]=14[lb_av]
mass-pound [lb_av]=16[oz_av] mass-ounce [oz_av] mass-ounce-troy [oz_tr] mass-carat [car_m] mass-grain [gr]
power-gigawatt GW power-megawatt MW power-kilowatt kW power-watt W power-milliwatt mW power-horsepower [HP]
pressure-millimeter-ofhg mm[Hg] pressure-pound-force-per-square-inch [psi] pressure-inch-ofhg [in_i'Hg] pressure-bar bar pressure-millibar mbar
pressure-atmosphere atm pressure-pascal Pa pressure-hectopascal hPa pressure-kilopascal kPa pressure-megapascal MPa
speed-kilometer-per-hour km/h speed-meter-per-second m/s speed-mile-per-hour [mi_i]/h speed-knot [kn_i]
temperature-generic deg temperature-celsius Cel temperature-fahrenheit [degF] temperature-kelvin K
torque-newton-meter N.m
volume-cubic-kilometer km3 volume-cubic-meter m3 volume-cubic-centimeter cm3 volume-cubic-mile [cmi_i] volume-cubic-yard [cyd_i] volume-cubic-foot [cft_i]
volume-cubic-inch [cin_i] volume-megaliter ML volume-hectoliter hL volume-liter L=1000mL volume-deciliter dL volume-centiliter cL volume-milliliter mL
volume-acre-foot [acr_us].[ft_i] volume-bushel [bu_us] volume-gallon [gal_us] volume-gallon-imperial [gal_br] volume-quart [qt_us] volume-pint [pt_us]
volume-cup [cup_us] volume-fluid-ounce [foz_us] volume-fluid-ounce-imperial [foz_br] volume-tablespoon [tbs_us] volume-teaspoon [tsp_us] volume-barrel [bbl_us]
'''.split('\n') if line.strip() for line in re.findall(r'\S+ \S+', line))

# Short forms that running text means otherwise.
AMBIGUOUS = frozenset("' '' \" a c cd h in l p pc pt r s t th ac bu c. pm G D gr ct fur ppi em lm mol dot m3 C F K A V J N CD Cal ML Ml Imp MP mW mA Pa Tb".split())
# Codes that are ordinary words when a headline capitalises them, or that other things are called.
NOT_CODES = frozenset('ALL TOP TRY CUP MOP SOS BAM PEN GEL XXX LAK MAD CUC'.split())
# Currencies of the past that news of our time still counts in.
PAST = frozenset('DEM FRF ITL ESP NLG BEF ATS FIM GRD IEP PTE'.split())


def forms(locale, length):
    """(CLDR unit id, name without its number) of every plural form."""
    root = ElementTree.parse(CLDR / 'main' / f'{locale}.xml').getroot()
    for group in root.iterfind('units/unitLength'):
        if group.get('type') == length:
            for unit in group.iterfind('unit'):
                for pattern in unit.iterfind('unitPattern'):
                    if pattern.text and pattern.text.startswith('{0}'):
                        yield unit.get('type'), pattern.text.replace('{0}', '').strip()


def units():
    table, known = Table('numbers/units-cldr.tsv', WORD), surfaces('numbers/units.tsv')
    for locale in ('en', 'en_001', 'en_GB'):
        for length in ('long', 'short'):
            for unit, name in forms(locale, length):
                if unit in CODES and clean(name) not in known | AMBIGUOUS:
                    table.word(name, 'unit', CODES[unit], 'cldr')
    table.write()


def current():
    """{ISO 3166 code: ISO 4217 codes of the currencies that the country uses today, the main one first}"""
    regions = ElementTree.parse(CLDR / 'supplemental' / 'supplementalData.xml').getroot().iterfind('currencyData/region')
    used = {r.get('iso3166'): [c.get('iso4217') for c in r if not c.get('to') and c.get('tender') != 'false'] for r in regions}
    return {region: codes for region, codes in used.items() if codes}


# Abbreviations and spellings that stand for a shared name, by the name.
SHARED_FORMS = {'rupees': ['Rs', 'Rs.'], 'shillings': ['Sh'], 'kroner': ['krone', 'crowns'], 'kronor': ['krona']}
# Names that one currency owns, whatever country a text is about.
OWNED = frozenset('dollar dollars euro euros won'.split())


def shared():
    """Names that the currencies of several countries end with."""
    names = {e.get('type'): {clean(n.text).split()[-1].lower() for n in e.iterfind('displayName') if n.get('count')} for e in cldr().iterfind('numbers/currencies/currency')}
    meanings = defaultdict(dict)
    for region, codes in current().items():
        for name in names.get(codes[0], ()):
            for form in [name] + SHARED_FORMS.get(name, []):
                meanings[form][region] = codes[0]
    table = Table('numbers/currencies-shared.tsv', WORD)
    for name, by_region in meanings.items():
        if len(set(by_region.values())) > 1 and name not in OWNED:
            table.word(name, 'shared-currency', ','.join(f'{r}:{c}' for r, c in sorted(by_region.items())), 'cldr')
    table.write()


def currencies():
    table, known = Table('numbers/currencies-cldr.tsv', WORD), surfaces('numbers/currencies.tsv')
    tender = {code for codes in current().values() for code in codes}
    for currency in cldr().iterfind('numbers/currencies/currency'):
        code = currency.get('type')
        if code not in tender | PAST:
            continue
        if code not in NOT_CODES | known:
            table.word(code, 'currency', code, 'cldr')
        for element in currency.iterfind('displayName'):
            name = clean(element.text)
            low = name.lower() if code not in ('ALL',) else name
            if element.get('count') and low not in known and '(' not in name:
                table.word(low, 'currency', code, 'cldr')
    table.write()


if __name__ == '__main__':
    units()
    currencies()
    shared()

"""Security words of German, French and Spanish and the English ones they stand for: for searching, not for translating.

An entry is the beginnings of foreign words, and the English words. It counts only in a text whose small words are
foreign, so that no English text is taken for another. Long German words are also known by a part inside of them.
"""

import re
from functools import lru_cache

ENTRIES = """
verschlüssel chiffrement chiffré cifrad: encrypt
schlüssel clés clé: key
sicherungskop datensicherung backups sauvegard respald copias copia: backup
wiederherstell restauration rétabli restaur restablec: restore recovery
notfall sinistre desastre: disaster recovery
geschäftsfortführ continuité continuidad: continuity
zugriff zugang accès accéd acceso acced: access
berechtigung habilitation permiso privilegi privilèg: access rights privilege
kennwort kennwört passwort passwört contraseñ: password
authentifizier authentifica autenticación autentica: authentication
mehrfaktor zweifaktor multifacteur multifactor: multi factor
anmeld connexion: sign log
mitarbeit beschäftigte angestellt salarié collaborateur employé emplead trabajador: employee staff
ausscheid austritt ausgeschied départ quitt baja cese abandon: leaver terminated
hintergrundprüf überprüf vérifi antécédent verificación verifica: background check review
schulung sensibilis formation capacitación concienciación formación: awareness training
schwachstelle sicherheitslücke vulnérabil vulnerabilidad: vulnerability
penetrationstest eindringtest intrusion intrusión penetración: penetration test
behoben beheb behebung corrig remédi subsan solucion: remediate fix
vorfall vorfälle sicherheitsvorfall incidente: incident
verletzung datenpanne violation violación brecha: breach
meld benachrichtig notifi: notify
unterauftragnehm unterauftragsverarbeit sous-traitant subencargad subcontrat: subprocessor subcontractor
lieferant dienstleister fournisseur prestataire proveedor: supplier provider
löschen gelöscht löschung löscht supprim suppression effac eliminad eliminación suprim borrad: delete
aufbewahr conserv retenc retener: retention retain
personenbezogen personnelles personnelle personales personal: personal
daten données datos: data
kunde kunden client cliente: customer
rechenzentr centres hébergement hébergé alojad: data center hosting
standort emplacement ubicación localis situé ubicad: location
protokoll journaux journalis registros registro: log
überwach surveill supervis monitoriz vigila: monitor
richtlinie politique política directriz: policy
genehmig freigegeb freigabe approuv approbation aprobad aprobación: approve
geprüft prüfung prüf audité auditor auditad revis: audit review
jährlich jahr annuel annuelle anual año: annual year
vierteljähr quartal trimestr: quarter
monatlich monat mensuel mois mensual mes: month
wöchentlich hebdomad semanal: week
täglich nächtlich quotidien diari: daily night
stunden stunde heures heure horas hora: hour
tage tagen jours días: day
versicherung assurance seguro: insurance
zertifikat zertifizier certifié certificación certificad: certificate certified
entwickl développe desarroll: development
quellcode quelltext código: code
änderung änderungen changement modification cambio: change
trennung getrennt isoliert cloison séparé segreg aislad separad: segregation separate
mandant locataire inquilino: tenant
netz netzwerk réseau red redes: network
schadsoftware malveillant malicioso: malware
patch aktualisierung parche actualización actualizac: patch update
ausnahme ausgenommen exception excepción excepto: exception except
risiko risiken risque riesgo: risk
bewert évalu evalu: assess
verantwortlich beauftragt responsable délégué delegado encargado: officer responsible
datenschutz protección: data protection privacy
übertragung übermittl transit transfert transferencia tránsito: transit transfer
ruhe repos reposo: rest
geräte appareils portable dispositivo portátil: device laptop
fernzugriff fernzugang télétravail distance remoto: remote
physisch physique físic: physical
besucher visiteur visitante: visitor
vertraulich confidentiel confidencial: confidential
"""
_FOREIGN = """
    der die das den dem des ein eine einer eines einem einen und oder aber nicht ist sind wird werden wurde wurden hat
    haben mit von vom zum zur für auf aus bei nach durch über unter sich auch sowie als wie wir unsere unser alle jede jeder
    le la les un une des du de et ou mais ne pas est sont sera été ont avec pour dans sur sous au aux ce cette ces nos
    notre nous qui que leur leurs tous toutes chaque
    el los las una unos unas pero es será han por para en sobre al del se su sus nuestro nuestra que cada
    todos todas como"""
_OWN = "the of and is are to in for with by that on be this or not we our which from at as"
FUNCTION_WORDS = frozenset(_FOREIGN.split())
_ENGLISH = frozenset(_OWN.split())
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 9


def is_foreign(text: str) -> bool:
    """Say whether a text's small words are German, French or Spanish rather than English."""
    found = _WORD.findall(text.casefold())
    foreign = sum(word in FUNCTION_WORDS and word not in _ENGLISH for word in found)
    return foreign > 1 and foreign > sum(word in _ENGLISH for word in found)


def english_for(text: str) -> list[str]:
    """List the English words that a foreign text's security words stand for, each once, in order; none for English."""
    if not is_foreign(text):
        return []
    return list(dict.fromkeys(each for word in _WORD.findall(text.casefold()) for each in _meaning(word)))


def glossed(text: str) -> str:
    """Put the English words that a foreign text speaks of in front of it, for a model that knows English best."""
    meant = english_for(text)
    return f"{' '.join(meant)}\n{text}" if meant else text


@lru_cache(maxsize=20_000)
def _meaning(word: str) -> tuple[str, ...]:
    if word in FUNCTION_WORDS:
        return ()
    found = [
        english
        for beginning, english in _BEGINNINGS
        if word.startswith(beginning) or (len(word) > _LONG and len(beginning) > 4 and beginning in word)
    ]
    return tuple(each for english in found for each in english)


def _beginnings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = (line.partition(":") for line in ENTRIES.strip().splitlines())
    return tuple((foreign, tuple(english.split())) for several, _, english in entries for foreign in several.split())


_BEGINNINGS = _beginnings()

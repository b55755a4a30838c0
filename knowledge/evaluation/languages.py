"""How far English questions find German, French and Spanish evidence: twenty matters, said in each language, among others."""

from collections.abc import Sequence
from dataclasses import dataclass

from anyio.to_thread import run_sync

from knowledge.evaluation.invented import invention
from knowledge.evaluation.shelving import put_on_shelf
from knowledge.pages import PageState, PageText
from knowledge.retrieval import Tools, retrieve
from knowledge.scope import Scope

SHELF = "languages"
OTHERS, DEPTH = 240, 64
MATTERS = (
    ("How is customer data encrypted at rest?",
     "Alle Kundendaten werden auf den Servern mit AES-256 verschlüsselt abgelegt.",
     "Les données des clients sont stockées sur nos serveurs sous forme chiffrée (AES-256).",
     "Los datos de los clientes se almacenan en los servidores cifrados con AES-256."),
    ("How long are backups kept?",
     "Die Sicherungskopien werden 35 Tage lang vorgehalten und danach überschrieben.",
     "Les sauvegardes sont gardées pendant 35 jours puis écrasées.",
     "Las copias de seguridad se guardan durante 35 días y después se sobrescriben."),
    ("How quickly is access of leavers removed?",
     "Beim Ausscheiden eines Mitarbeiters werden seine Zugänge innerhalb eines Arbeitstages gesperrt.",
     "Au départ d'un salarié, ses accès sont fermés dans un délai d'un jour ouvré.",
     "Cuando un empleado causa baja, sus accesos se cierran en el plazo de un día laborable."),
    ("Is multi-factor authentication required for administrators?",
     "Administratoren müssen sich mit einem zweiten Faktor anmelden; eine Mehrfaktor-Authentifizierung ist Pflicht.",
     "Les administrateurs doivent utiliser une authentification à deux facteurs pour toute connexion.",
     "Los administradores deben usar la autenticación de doble factor en cada inicio de sesión."),
    ("How soon are customers notified of a data breach?",
     "Im Falle einer Datenpanne werden die betroffenen Kunden binnen 48 Stunden benachrichtigt.",
     "En cas de violation de données, les clients concernés sont prévenus sous 48 heures.",
     "En caso de brecha de seguridad, los clientes afectados reciben aviso en un plazo de 48 horas."),
    ("Which subprocessors host the data?",
     "Als Unterauftragnehmer für den Betrieb der Server ist die Firma Nordwolke GmbH eingesetzt.",
     "Le sous-traitant chargé de l'hébergement est la société Nuage du Nord.",
     "El subencargado que aloja los servidores es la empresa Nube del Norte."),
    ("Are penetration tests carried out every year?",
     "Einmal im Jahr führt ein externes Unternehmen einen Penetrationstest der Anwendung durch.",
     "Une société externe réalise chaque année un test d'intrusion de l'application.",
     "Una empresa externa realiza cada año una prueba de penetración de la aplicación."),
    ("What is the minimum password length?",
     "Ein Kennwort muss aus mindestens vierzehn Zeichen bestehen.",
     "Un mot de passe doit comporter au moins quatorze caractères.",
     "Una contraseña debe tener como mínimo catorce caracteres."),
    ("Is the disaster recovery plan tested?",
     "Der Notfallplan wird zweimal im Jahr in einer Übung erprobt.",
     "Le plan de reprise après sinistre est éprouvé deux fois par an lors d'un exercice.",
     "El plan de recuperación ante desastres se ensaya dos veces al año."),
    ("Do employees receive security awareness training?",
     "Jeder Beschäftigte nimmt bei Eintritt und danach jährlich an einer Schulung zur Informationssicherheit teil.",
     "Chaque collaborateur suit une formation à la sécurité à l'embauche, puis tous les ans.",
     "Todo el personal recibe una formación en seguridad al incorporarse y después cada año."),
    ("Are background checks performed before hiring?",
     "Vor der Einstellung werden Führungszeugnis und Referenzen der Bewerber überprüft.",
     "Avant toute embauche, le casier judiciaire et les références du candidat sont vérifiés.",
     "Antes de contratar se comprueban los antecedentes penales y las referencias del candidato."),
    ("How fast are critical vulnerabilities fixed?",
     "Kritische Schwachstellen sind innerhalb von sieben Tagen zu beheben.",
     "Les vulnérabilités critiques doivent être corrigées sous sept jours.",
     "Las vulnerabilidades críticas deben corregirse en siete días."),
    ("Where is personal data stored?",
     "Personenbezogene Daten werden ausschließlich in Rechenzentren in Irland und Norwegen gespeichert.",
     "Les données personnelles sont conservées uniquement dans des centres situés en Irlande et en Norvège.",
     "Los datos personales se guardan únicamente en centros ubicados en Irlanda y Noruega."),
    ("How long are security logs retained?",
     "Sicherheitsprotokolle werden zwölf Monate lang aufbewahrt.",
     "Les journaux de sécurité sont conservés douze mois.",
     "Los registros de seguridad se conservan durante doce meses."),
    ("Are access rights reviewed regularly?",
     "Die Verantwortlichen der Systeme prüfen alle Berechtigungen in jedem Quartal.",
     "Les responsables des applications revoient les habilitations chaque trimestre.",
     "Los responsables de los sistemas revisan los permisos cada trimestre."),
    ("Is the company insured against cyber incidents?",
     "Es besteht eine Cyberversicherung mit einer Deckungssumme von fünf Millionen Euro.",
     "Une assurance cyber couvre l'entreprise à hauteur de cinq millions d'euros.",
     "La empresa tiene un seguro de ciberriesgos con un límite de cinco millones de euros."),
    ("Who approves changes to production?",
     "Änderungen am Produktivsystem bedürfen der Freigabe durch einen zweiten Entwickler.",
     "Toute modification en production exige l'accord d'un second développeur.",
     "Todo cambio en producción requiere el visto bueno de un segundo desarrollador."),
    ("Is data deleted when the contract ends?",
     "Nach Vertragsende werden alle Daten des Auftraggebers binnen 60 Tagen gelöscht.",
     "À la fin du contrat, toutes les données du client sont effacées sous 60 jours.",
     "Al terminar el contrato, todos los datos del cliente se borran en 60 días."),
    ("Is customer data of different tenants separated?",
     "Die Daten der Mandanten sind durch eigene Datenbanken voneinander getrennt.",
     "Les données de chaque locataire sont cloisonnées dans une base distincte.",
     "Los datos de cada inquilino están separados en bases distintas."),
    ("How are visitors to the data center controlled?",
     "Besucher des Rechenzentrums müssen sich ausweisen und werden ständig begleitet.",
     "Les visiteurs du centre doivent présenter une pièce d'identité et restent accompagnés.",
     "Los visitantes del centro deben identificarse y van siempre acompañados."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of questions whose passage is among the first 8 and 64."""

    questions: int
    recall_at_8: float
    recall_at_64: float


async def run(tools: Tools) -> dict[str, Recall]:
    """Put all passages on one shelf with English ones about other things, ask in English, and count each language."""
    made = await run_sync(invention, tools.embedder, OTHERS, 1)
    await _shelved("english.pdf", made.sentences, tools)
    for place, language in enumerate(("german", "french", "spanish"), start=1):
        await _shelved(f"{language}.pdf", [matter[place] for matter in MATTERS], tools)
    found = [await _found(matter[0], tools) for matter in MATTERS]
    return {
        language: Recall(
            len(MATTERS),
            _share([matter[place] in texts[:8] for matter, texts in zip(MATTERS, found, strict=True)]),
            _share([matter[place] in texts for matter, texts in zip(MATTERS, found, strict=True)]),
        )
        for place, language in enumerate(("german", "french", "spanish"), start=1)
    }


async def _shelved(name: str, texts: Sequence[str], tools: Tools) -> None:
    pages = [PageText(number, "", PageState.TEXT, text) for number, text in enumerate(texts, start=1)]
    await put_on_shelf(SHELF, name, pages, name, tools.embedder)


async def _found(question: str, tools: Tools) -> list[str]:
    return [each.text for each in (await retrieve(question, Scope((SHELF,)), tools, limit=DEPTH)).found]


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)

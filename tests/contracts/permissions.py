"""Who may do what, route by route: the one table that every route of the application must stand in.

Columns: nobody, a contact whose session was ended, a contact of the vendor the things belong to, a contact of another
vendor, reviewer (whose own conversation, token and device are meant), approver, procurement, auditor, administrator.
Where a colleague of the first stands, who is asked for one section, `COLLEAGUE` says.
`in` is a redirect to where one comes in: the sign-in page, for a contact the invitation's. On an unsafe route the
status of those who may is that of the valid form below.
"""

from tests.questionnaires.formats.oscal_files import CATALOG_XML

PRINCIPALS = (
    "nobody",
    "ended",
    "contact",
    "foreign",
    "colleague",
    "reviewer",
    "approver",
    "procurement",
    "auditor",
    "administrator",
)

TABLE = """
#                                                                          none end  own  for  rev  app  proc aud  adm
GET  /healthz                                                               200  200  200  200  200  200  200  200  200
GET  /readyz                                                                200  200  200  200  200  200  200  200  200
GET  /metrics                                                               200  200  200  200  200  200  200  200  200
GET  /help                                                                  200  200  200  200  200  200  200  200  200
GET  /help/{name:str}                                                       200  200  200  200  200  200  200  200  200
GET  /checks/key                                                            200  200  200  200  200  200  200  200  200
GET  /sign-in                                                               200  200  200  200  200  200  200  200  200
POST /sign-in                                                               422  422  422  422  422  422  422  422  422
GET  /door                                                                  200  200  200  200  200  200  200  200  200
POST /door                                                                  303  303  303  303  303  303  303  303  303
POST /sign-out                                                              303  303  303  303  303  303  303  303  303
GET  /invitation                                                            200  200  200  200  200  200  200  200  200
POST /invitation                                                            303  303  303  303  303  303  303  303  303
POST /invitation/fresh                                                      200  200  200  200  200  200  200  200  200

GET  /answer                                                                in   in   200  200  404  404  404  404  404
GET  /answer/own                                                            in   in   200  200  404  404  404  404  404
GET  /answer/library                                                        in   in   200  200  404  404  404  404  404
POST /answer/documents                                                      in   in   303  303  404  404  404  404  404
GET  /answer/documents/{evidence_id:uuid}/file                              in   in   200  404  404  404  404  404  404
POST /answer/documents/{evidence_id:uuid}/unlock                            in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}                                           in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/{section:str}                             in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/documents                                 in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/language                                     in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/missing                                   in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/submit                                    in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/submit                                    in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/receipt                                   in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/receipts/{receipt_id:uuid}/pdf            in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/receipts/{receipt_id:uuid}/data           in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/print                                     in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/talk                                      in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/questions/{ref:str}/messages              in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/questions/{ref:str}                       in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/questions/{ref:str}                       in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/questions/{ref:str}/attached              in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/questions/{ref:str}/documents             in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents             in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents/chosen      in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents/{evidence_id:uuid}/detach in in 303 404 404 404 404 404 404
GET  /answer/{assessment_id:uuid}/questions/{ref:str}/documents/{evidence_id:uuid}/file in in 200 404 404 404 404 404 404
GET  /answer/{assessment_id:uuid}/questions/{ref:str}/history               in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/mine                                      in   in   404  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/colleagues                                in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/colleagues                                in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/colleagues/{colleague_id:uuid}/remind     in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/colleagues/{colleague_id:uuid}/withdraw   in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/reuse                                     in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/reuse/{ref:str}                           in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/start                                     in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/progress                                  in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/left                                      in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/suggestions                               in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/suggestions                               in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/suggestions/{suggestion_id:uuid}          in   in   303  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/offline                                   in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/offline                                   in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/offline/workbook                          in   in   200  404  404  404  404  404  404
GET  /answer/{assessment_id:uuid}/offline/{file_id:uuid}                    in   in   200  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/offline/{file_id:uuid}                    in   in   303  404  404  404  404  404  404
POST /answer/{assessment_id:uuid}/offline/{file_id:uuid}/drop               in   in   303  404  404  404  404  404  404

GET  /                                                                      in   in   303  303  200  200  303  200  200
GET  /account                                                               in   in   404  404  200  200  200  200  200
POST /account/password                                                      in   in   404  404  303  303  303  303  303
POST /account/mail                                                          in   in   404  404  303  303  303  303  303
POST /account/tokens                                                        in   in   404  404  200  200  200  200  200
POST /account/tokens/{token_id:uuid}/revoke                                 in   in   404  404  303  404  404  404  404
POST /account/sessions/{session_id:uuid}/end                                in   in   404  404  303  404  404  404  404
GET  /people                                                                in   in   404  404  403  403  403  403  200
POST /people                                                                in   in   404  404  403  403  403  403  200
POST /people/{person_id:uuid}                                               in   in   404  404  403  403  403  403  303
POST /people/{person_id:uuid}/link                                          in   in   404  404  403  403  403  403  200
GET  /outbox                                                                in   in   404  404  200  200  403  403  200
GET  /audit                                                                 in   in   404  404  403  200  403  200  200

GET  /vendors                                                               in   in   404  404  200  200  403  200  200
GET  /vendors/new                                                           in   in   404  404  200  200  403  403  200
POST /vendors/new                                                           in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}                                                    in   in   404  404  200  200  403  200  200
GET  /vendors/{slug:str}/edit                                               in   in   404  404  200  200  403  403  200
POST /vendors/{slug:str}/edit                                               in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/oscal                                              in   in   404  404  200  200  403  200  200
POST /vendors/{slug:str}/archive                                            in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/restore                                            in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}/services/new                                       in   in   404  404  200  200  403  403  200
POST /vendors/{slug:str}/services/new                                       in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/services/tier                                      in   in   404  404  200  200  403  403  200
GET  /vendors/{slug:str}/services/{service_id:uuid}                         in   in   404  404  200  200  403  403  200
POST /vendors/{slug:str}/services/{service_id:uuid}                         in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/services/{service_id:uuid}/retire                  in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/services/{service_id:uuid}/resume                  in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}/contacts/new                                       in   in   404  404  200  200  403  403  200
POST /vendors/{slug:str}/contacts/new                                       in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}/contacts/{contact_id:uuid}                         in   in   404  404  200  200  403  403  200
POST /vendors/{slug:str}/contacts/{contact_id:uuid}                         in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/contacts/{contact_id:uuid}/retire                  in   in   404  404  303  303  403  403  303
POST /vendors/{slug:str}/contacts/{contact_id:uuid}/resume                  in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}/documents                                          in   in   404  404  200  200  403  200  200
POST /vendors/{slug:str}/documents                                          in   in   404  404  303  303  403  403  303
GET  /vendors/{slug:str}/documents/list                                     in   in   404  404  200  200  403  200  200
GET  /documents/{evidence_id:uuid}                                          in   in   404  404  200  200  403  200  200
GET  /documents/of/{document_id:uuid}                                       in   in   404  404  200  200  403  200  200
GET  /documents/{evidence_id:uuid}/sheet                                    in   in   404  404  200  200  403  200  200
GET  /documents/{evidence_id:uuid}/pages/{picture:str}                      in   in   404  404  200  200  403  200  200
GET  /documents/{evidence_id:uuid}/file                                     in   in   404  404  200  200  403  200  200
POST /documents/{evidence_id:uuid}/remove                                   in   in   404  404  303  303  403  403  303
GET  /documents/{evidence_id:uuid}/facts                                    in   in   404  404  200  200  403  200  200
GET  /documents/{evidence_id:uuid}/facts/edit                               in   in   404  404  200  200  403  403  200
POST /documents/{evidence_id:uuid}/facts/edit                               in   in   404  404  303  303  403  403  303
GET  /documents/{evidence_id:uuid}/facts/new                                in   in   404  404  200  200  403  403  200
POST /documents/{evidence_id:uuid}/facts/new                                in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/facts/confirm                            in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/facts/remove                             in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/unlock                                   in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/facts/kind                               in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/facts/{review:int}/withdraw              in   in   404  404  303  303  403  403  303

GET  /documents/{evidence_id:uuid}/changes                                  in   in   404  404  200  200  403  200  200
POST /documents/{evidence_id:uuid}/versions                                 in   in   404  404  303  303  403  403  303
POST /documents/{evidence_id:uuid}/versions/{version_id:uuid}               in   in   404  404  303  303  403  403  303

GET  /questionnaires                                                        in   in   404  404  200  200  403  200  200
POST /questionnaires                                                        in   in   404  404  303  303  403  403  303
GET  /questionnaires/{key:str}                                              in   in   404  404  200  200  403  200  200
GET  /questionnaires/sheets/{file_id:uuid}                                  in   in   404  404  200  200  403  403  200
POST /questionnaires/sheets/{file_id:uuid}                                  in   in   404  404  303  303  403  403  303
POST /questionnaires/sheets/{file_id:uuid}/drop                             in   in   404  404  303  303  403  403  303
GET  /questionnaires/new                                                    in   in   404  404  200  200  403  403  200
POST /questionnaires/new                                                    in   in   404  404  303  303  403  403  303
POST /questionnaires/{key:str}/next                                         in   in   404  404  303  303  403  403  303
GET  /questionnaires/{key:str}/file                                         in   in   404  404  200  200  403  200  200
GET  /questionnaires/{key:str}/vsaq                                         in   in   404  404  200  200  403  200  200
GET  /questionnaires/{key:str}/vsaq/file                                    in   in   404  404  200  200  403  200  200
GET  /questionnaires/{key:str}/versions/{version:str}                       in   in   404  404  200  200  403  200  200
GET  /questionnaires/drafts/{written_id:uuid}                               in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}                               in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/sections                      in   in   404  404  303  303  403  403  303
GET  /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}    in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}    in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/arrange in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/questions in   in   404  404  303  303  403  403  303
GET  /questionnaires/drafts/{written_id:uuid}/questions/{question_id:uuid}  in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}/questions/{question_id:uuid}  in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/questions/{question_id:uuid}/arrange in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/tips in   in   404  404  303  303  403  403  303
GET  /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/tips/{place:int} in in 404 404 200 200 403 403 200
POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/tips/{place:int} in in 404 404 303 303 403 403 303
GET  /questionnaires/drafts/{written_id:uuid}/translations                  in   in   404  404  200  200  403  403  200
GET  /questionnaires/drafts/{written_id:uuid}/translations/{language:str}   in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}/translations/{language:str}   in   in   404  404  303  303  403  403  303
GET  /questionnaires/drafts/{written_id:uuid}/preview                       in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}/preview                       in   in   404  404  200  200  403  403  200
GET  /questionnaires/drafts/{written_id:uuid}/publish                       in   in   404  404  200  200  403  403  200
POST /questionnaires/drafts/{written_id:uuid}/publish                       in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/discard                       in   in   404  404  303  303  403  403  303
POST /questionnaires/drafts/{written_id:uuid}/take-back                     in   in   404  404  303  303  403  403  303
GET  /assessments/new                                                       in   in   404  404  200  200  403  403  200
POST /assessments/new                                                       in   in   404  404  303  303  403  403  303
GET  /assessments/{assessment_id:uuid}                                      in   in   404  404  200  200  403  200  200
GET  /assessments/{assessment_id:uuid}/brought                              in   in   404  404  200  200  403  403  200
POST /assessments/{assessment_id:uuid}/brought                              in   in   404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/brought/workbook                     in   in   404  404  200  200  403  403  200
GET  /assessments/{assessment_id:uuid}/brought/{file_id:uuid}               in   in   404  404  200  200  403  403  200
POST /assessments/{assessment_id:uuid}/brought/{file_id:uuid}               in   in   404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/brought/{file_id:uuid}/drop          in   in   404  404  303  303  403  403  303
GET  /assessments/{assessment_id:uuid}/talk                                 in   in   404  404  200  200  403  200  200
POST /assessments/{assessment_id:uuid}/talk                                 in   in   404  404  303  303  403  403  303
GET  /assessments/{assessment_id:uuid}/export                               in   in   404  404  200  200  403  200  200
POST /assessments/{assessment_id:uuid}/export                               in   in   404  404  200  200  403  200  200
GET  /assessments/{assessment_id:uuid}/receipts/{receipt_id:uuid}/pdf       in   in   404  404  200  200  403  200  200
GET  /assessments/{assessment_id:uuid}/receipts/{receipt_id:uuid}/data      in   in   404  404  200  200  403  200  200
POST /assessments/{assessment_id:uuid}/oscal                                in   in   404  404  200  200  403  200  200
POST /assessments/{assessment_id:uuid}/resend                               in   in   404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/due                                  in   in   404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/cancel                               in   in   404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/colleagues/{colleague_id:uuid}/withdraw in in 404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/invitations/{invitation_id:uuid}/extend in in 404  404  303  303  403  403  303
POST /assessments/{assessment_id:uuid}/invitations/{invitation_id:uuid}/revoke in in 404  404  303  303  403  403  303

GET  /campaigns                                                             in   in   404  404  200  200  403  200  200
GET  /campaigns/new                                                         in   in   404  404  200  200  403  403  200
POST /campaigns/new                                                         in   in   404  404  303  303  403  403  303
GET  /campaigns/who                                                         in   in   404  404  200  200  403  403  200
GET  /campaigns/{campaign_id:uuid}                                          in   in   404  404  200  200  403  200  200
POST /campaigns/{campaign_id:uuid}/send                                     in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/discard                                  in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/extend                                   in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/resend                                   in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/again                                    in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/cancel                                   in   in   404  404  303  303  403  403  303
GET  /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}                  in   in   404  404  200  200  403  200  200
POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/leave-out        in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/again            in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/resend           in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/extend           in   in   404  404  303  303  403  403  303
POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/cancel           in   in   404  404  303  303  403  403  303
GET  /campaigns/due                                                         in   in   404  404  200  200  403  200  200
POST /campaigns/due                                                         in   in   404  404  303  303  403  403  303
GET  /campaigns/rules                                                       in   in   404  404  200  200  403  200  200
GET  /campaigns/rules/new                                                   in   in   404  404  403  200  403  403  200
POST /campaigns/rules/new                                                   in   in   404  404  403  303  403  403  303
GET  /campaigns/rules/{rule_id:uuid}                                        in   in   404  404  403  200  403  403  200
POST /campaigns/rules/{rule_id:uuid}                                        in   in   404  404  403  303  403  403  303
POST /campaigns/rules/{rule_id:uuid}/drop                                   in   in   404  404  403  303  403  403  303
POST /campaigns/rules/{rule_id:uuid}/move                                   in   in   404  404  403  303  403  403  303
POST /campaigns/cadence                                                     in   in   404  404  403  303  403  403  303

GET  /assistant                                                             in   in   404  404  200  200  403  200  200
GET  /vendors/{slug:str}/assistant                                          in   in   404  404  200  200  403  200  200
POST /assistant/ask                                                         in   in   404  404  303  303  403  303  303
GET  /assistant/{conversation_id:uuid}                                      in   in   404  404  200  404  403  404  404
GET  /assistant/turns/{turn_id:uuid}/stream                                 in   in   404  404  200  404  403  404  404
POST /assistant/turns/{turn_id:uuid}/again                                  in   in   404  404  303  404  403  404  404
GET  /assistant/turns/{turn_id:uuid}/vendor                                 in   in   404  404  200  404  403  403  404
GET  /assistant/turns/{turn_id:uuid}/questionnaire                          in   in   404  404  200  404  403  403  404

POST /assistant/turns/{turn_id:uuid}/feedback                               in   in   404  404  303  404  403  404  404
POST /feedback/export                                                       in   in   404  404  403  403  403  403  200
POST /drafts                                                                in   in   404  404  303  303  403  303  303
GET  /drafts/{draft_id:uuid}                                                in   in   404  404  200  404  403  404  404
POST /drafts/{draft_id:uuid}/take                                           in   in   404  404  303  404  403  403  404
GET  /vendors/{slug:str}/summary                                            in   in   404  404  200  200  403  200  200

GET  /reviews                                                               in   in   404  404  200  200  403  200  200
GET  /reviews/{assessment_id:uuid}                                          in   in   404  404  200  200  403  200  200
GET  /reviews/{assessment_id:uuid}/changes                                  in   in   404  404  200  200  403  200  200
POST /reviews/{assessment_id:uuid}/agree                                    in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/overrule                                 in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/ask                                      in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/message                                  in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/drop                                     in   in   404  404  303  303  403  403  303
GET  /reviews/{assessment_id:uuid}/bulk                                     in   in   404  404  200  200  403  403  200
POST /reviews/{assessment_id:uuid}/bulk                                     in   in   404  404  303  303  403  403  303
GET  /reviews/{assessment_id:uuid}/conflicts                                in   in   404  404  200  200  403  200  200
POST /reviews/{assessment_id:uuid}/give                                     in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/check                                    in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/return                                   in   in   404  404  303  303  403  403  303
POST /reviews/{assessment_id:uuid}/complete                                 in   in   404  404  303  303  403  403  303

GET  /findings                                                              in   in   404  404  200  200  403  200  200
POST /findings                                                              in   in   404  404  303  303  403  403  303
GET  /findings/about                                                        in   in   404  404  200  200  403  200  200
GET  /findings/new                                                          in   in   404  404  200  200  403  403  200
GET  /findings/{finding_id:uuid}                                            in   in   404  404  200  200  403  200  200
POST /findings/{finding_id:uuid}/remediate                                  in   in   404  404  303  303  403  403  303
POST /findings/{finding_id:uuid}/reopen                                     in   in   404  404  303  303  403  403  303
POST /findings/{finding_id:uuid}/accept                                     in   in   404  404  403  303  403  403  403

GET  /ratings                                                               in   in   404  404  200  200  403  200  200
POST /ratings                                                               in   in   404  404  303  303  403  403  303
GET  /ratings/{rating_id:uuid}                                              in   in   404  404  200  200  403  200  200
GET  /ratings/{rating_id:uuid}/replay                                       in   in   404  404  200  200  403  200  200
GET  /ratings/{rating_id:uuid}/record                                       in   in   404  404  200  200  403  200  200
POST /ratings/{rating_id:uuid}/narrative                                    in   in   404  404  303  303  403  403  303
POST /ratings/{rating_id:uuid}/conditions                                   in   in   404  404  303  303  403  403  303
POST /ratings/{rating_id:uuid}/propose                                      in   in   404  404  303  303  403  403  303
POST /ratings/{rating_id:uuid}/withdraw                                     in   in   404  404  303  303  403  403  303
POST /ratings/{rating_id:uuid}/refuse                                       in   in   404  404  403  303  403  403  403
POST /ratings/{rating_id:uuid}/approve                                      in   in   404  404  403  303  403  403  403
POST /ratings/{rating_id:uuid}/conditions/{condition_id:uuid}/met           in   in   404  404  303  303  403  403  303

GET  /partners                                                              in   in   404  404  200  200  200  200  200
GET  /partners/{slug:str}                                                   in   in   404  404  200  200  200  200  200
POST /partners/{slug:str}/check                                             in   in   404  404  303  303  303  303  303
GET  /checks                                                                in   in   404  404  200  200  200  200  200
GET  /checks/{number:int}                                                   in   in   404  404  200  200  200  200  200
GET  /checks/{number:int}/statement.json                                    in   in   404  404  200  200  200  200  200

GET  /standard                                                              in   in   404  404  200  200  200  200  200
GET  /standard/new                                                          in   in   404  404  403  200  403  403  200
POST /standard/new                                                          in   in   404  404  403  303  403  403  303
POST /standard/catalogs                                                     in   in   404  404  403  303  403  403  303
GET  /standard/catalogs/{reading_id:uuid}                                   in   in   404  404  403  200  403  403  200
POST /standard/catalogs/{reading_id:uuid}/take                              in   in   404  404  403  303  403  403  303
GET  /standard/{requirement_id:uuid}                                        in   in   404  404  403  200  403  403  200
POST /standard/{requirement_id:uuid}                                        in   in   404  404  403  303  403  403  303
POST /standard/{requirement_id:uuid}/drop                                   in   in   404  404  403  303  403  403  303
POST /standard/{requirement_id:uuid}/take-up                                in   in   404  404  403  303  403  403  303

GET  /api/v1                                                                404  404  404  404  404  404  404  404  404
GET  /api/v1/{path:str}                                                     404  404  404  404  404  404  404  404  404
GET  /api/v1/openapi.json                                                   200  200  200  200  200  200  200  200  200
GET  /api/v1/vendors                                                        401  401  401  401  200  200  200  200  200
POST /api/v1/vendors                                                        401  401  401  401  201  201  403  403  201
GET  /api/v1/vendors/{slug:str}                                             401  401  401  401  200  200  200  200  200
GET  /api/v1/vendors/{slug:str}/ratings                                     401  401  401  401  200  200  200  200  200
GET  /api/v1/vendors/{slug:str}/evidence                                    401  401  401  401  200  200  403  200  200
POST /api/v1/vendors/{slug:str}/evidence                                    401  401  401  401  201  201  403  403  201
GET  /api/v1/vendors/{slug:str}/evidence/{evidence_id:uuid}                 401  401  401  401  200  200  403  200  200
POST /api/v1/vendors/{slug:str}/ask                                         401  401  401  401  200  200  403  200  200
GET  /api/v1/vendors/{slug:str}/check                                       401  401  401  401  200  200  200  200  200
POST /api/v1/vendors/{slug:str}/checks                                      401  401  401  401  201  201  201  201  201
GET  /api/v1/assessments/{assessment_id:uuid}                               401  401  401  401  200  200  403  200  200
GET  /api/v1/checks/{number:int}                                            401  401  401  401  200  200  200  200  200
"""

# Where a colleague asked for a part stands otherwise than another vendor's contact: nothing else of the vendor is theirs.
COLLEAGUE = {
    "GET /answer/own": "404",
    "GET /answer/library": "404",
    "POST /answer/documents": "404",
    "GET /answer/{assessment_id:uuid}": "303",
    "GET /answer/{assessment_id:uuid}/{section:str}": "200",
    "GET /answer/{assessment_id:uuid}/questions/{ref:str}": "303",
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}": "303",
    "GET /answer/{assessment_id:uuid}/questions/{ref:str}/attached": "200",
    "GET /answer/{assessment_id:uuid}/questions/{ref:str}/history": "200",
    "GET /answer/{assessment_id:uuid}/questions/{ref:str}/documents/{evidence_id:uuid}/file": "200",
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents": "303",
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents/{evidence_id:uuid}/detach": "303",
    "GET /answer/{assessment_id:uuid}/mine": "200",
    "POST /answer/{assessment_id:uuid}/language": "303",
    "GET /answer/{assessment_id:uuid}/talk": "200",
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/messages": "303",
}

# Which thing of the world a name in a path stands for; a route below may mean another one.
NAMES = {
    "slug": "slug", "service_id": "service", "contact_id": "contact", "evidence_id": "evidence",
    "document_id": "document", "assessment_id": "open", "invitation_id": "invitation", "conversation_id": "conversation",
    "turn_id": "turn", "finding_id": "finding", "rating_id": "draft", "condition_id": "condition", "number": "number",
    "suggestion_id": "suggestion", "campaign_id": "campaign", "place_id": "place", "rule_id": "rule",
    "file_id": "answer_file", "receipt_id": "receipt", "colleague_id": "helper",
    "written_id": "written", "section_id": "written_section",
    "question_id": "written_question", "version": "story_version",
    "review": "fact_review", "version_id": "version", "draft_id": "text_draft",
    "requirement_id": "requirement", "reading_id": "catalog_reading",
    "person_id": "person", "token_id": "token", "session_id": "session",
}  # fmt: skip
FIXED = {"place": "0", "language": "de", "ref": "AC-01", "section": "access", "key": "story", "name": "index", "path": "nothing",
         "picture": "1.png"}  # fmt: skip
MEANT = {
    "POST /documents/{evidence_id:uuid}/unlock": {"evidence_id": "locked"},
    "POST /answer/documents/{evidence_id:uuid}/unlock": {"evidence_id": "locked"},
    "GET /questionnaires/sheets/{file_id:uuid}": {"file_id": "sheet_file"},
    "POST /questionnaires/sheets/{file_id:uuid}": {"file_id": "sheet_file"},
    "POST /questionnaires/sheets/{file_id:uuid}/drop": {"file_id": "sheet_file"},
    "GET /assessments/{assessment_id:uuid}/brought/{file_id:uuid}": {"file_id": "staff_file"},
    "POST /assessments/{assessment_id:uuid}/brought/{file_id:uuid}": {"file_id": "staff_file"},
    "POST /assessments/{assessment_id:uuid}/brought/{file_id:uuid}/drop": {"file_id": "staff_file"},
    "GET /answer/{assessment_id:uuid}/receipt": {"assessment_id": "in_review"},
    "GET /answer/{assessment_id:uuid}/receipts/{receipt_id:uuid}/pdf": {"assessment_id": "in_review"},
    "GET /answer/{assessment_id:uuid}/receipts/{receipt_id:uuid}/data": {"assessment_id": "in_review"},
    "GET /assessments/{assessment_id:uuid}/receipts/{receipt_id:uuid}/pdf": {"assessment_id": "in_review"},
    "GET /assessments/{assessment_id:uuid}/receipts/{receipt_id:uuid}/data": {"assessment_id": "in_review"},
    "GET /answer/{assessment_id:uuid}/start": {"assessment_id": "begun"},
    "GET /answer/{assessment_id:uuid}/progress": {"assessment_id": "begun"},
    "GET /answer/{assessment_id:uuid}/left": {"assessment_id": "begun"},
    "GET /answer/{assessment_id:uuid}/reuse": {"assessment_id": "begun"},
    "POST /answer/{assessment_id:uuid}/reuse/{ref:str}": {"assessment_id": "begun"},
    "POST /answer/{assessment_id:uuid}/colleagues/{colleague_id:uuid}/remind": {
        "assessment_id": "begun",
        "colleague_id": "begun_helper",
    },
    "GET /answer/{assessment_id:uuid}/suggestions": {"assessment_id": "begun"},
    "POST /answer/{assessment_id:uuid}/suggestions": {"assessment_id": "begun"},
    "POST /answer/{assessment_id:uuid}/suggestions/{suggestion_id:uuid}": {"assessment_id": "begun"},
    "GET /ratings/{rating_id:uuid}/replay": {"rating_id": "signed"},
    "GET /ratings/{rating_id:uuid}/record": {"rating_id": "signed"},
    "POST /ratings/{rating_id:uuid}/withdraw": {"rating_id": "proposed"},
    "POST /ratings/{rating_id:uuid}/refuse": {"rating_id": "proposed"},
    "POST /ratings/{rating_id:uuid}/approve": {"rating_id": "proposed"},
    "POST /ratings/{rating_id:uuid}/conditions/{condition_id:uuid}/met": {"rating_id": "signed"},
    "POST /findings/{finding_id:uuid}/reopen": {"finding_id": "remediated"},
    "POST /assistant/turns/{turn_id:uuid}/again": {"turn_id": "failed"},
    "POST /standard/{requirement_id:uuid}/take-up": {"requirement_id": "dropped"},
    "POST /reviews/{assessment_id:uuid}/complete": {"assessment_id": "decided"},
    "POST /campaigns/{campaign_id:uuid}/send": {"campaign_id": "drafted"},
    "POST /campaigns/{campaign_id:uuid}/discard": {"campaign_id": "drafted"},
    "POST /campaigns/{campaign_id:uuid}/again": {"campaign_id": "stuck"},
    "POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/leave-out": {
        "campaign_id": "drafted",
        "place_id": "drafted_place",
    },
    "POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/again": {
        "campaign_id": "stuck",
        "place_id": "stuck_place",
    },
    "POST /questionnaires/drafts/{written_id:uuid}/publish": {"written_id": "finished"},
    "POST /questionnaires/drafts/{written_id:uuid}/take-back": {"written_id": "discarded"},
    "POST /assessments/{assessment_id:uuid}/oscal": {"assessment_id": "in_review"},
}
REVIEWED = "/reviews/"  # every other review is of the assessment in review

QUERY = {
    "GET /findings/about": "assessment={in_review}&ref=CR-01",
    "GET /documents/{evidence_id:uuid}/facts/edit": "fact={fact}",
    "GET /documents/{evidence_id:uuid}/changes": "since={older}",
    "GET /findings/new": "vendor={slug}",
    "GET /assessments/new": "vendor={slug}",
    "POST /assessments/new": "vendor={slug}",
    "POST /api/v1/vendors/{slug:str}/evidence": "name=new.pdf",
}

SERVICE = {
    "data": "personal", "records": "hundred_thousands", "access": "data_only", "criticality": "weeks",
    "replaceability": "moderate",
}  # fmt: skip
_SEEN = {"ref": "AC-01", "revision": "1", "verdict": "{verdict}"}
PASSWORD = "a long pass phrase of mine"
_QUESTIONNAIRE = """
key: own-check
title: Our own check
sections:
- key: all
  title: All
  area: governance
  questions:
  - ref: OC-01
    kind: text
    text: What do you do?
"""

_ANSWERED = (
    _QUESTIONNAIRE.replace("OC-01", "AC-01")
    + """
answers:
  AC-01: "no"
"""
)

# A valid form for each unsafe route; `files` is a PDF unless there is `content`, `json` and `body` are the API's.
FORMS: dict[str, dict[str, str]] = {
    "POST /sign-in": {"email": "nobody@aldgate.example", "password": "a wrong password"},
    "POST /door": {"code": "{door}"},
    "POST /invitation": {"code": "{code}"},
    "POST /invitation/fresh": {"email": "contact@helio-payments.example"},
    "POST /answer/documents": {"files": "library.pdf"},
    "POST /answer/{assessment_id:uuid}/language": {"language": "en"},
    "POST /questionnaires": {"files": "own.yaml", "content": _QUESTIONNAIRE},
    "POST /questionnaires/new": {"title": "Another check", "source": "lite"},
    "POST /questionnaires/drafts/{written_id:uuid}": {"title": "Renamed check", "key": "renamed", "revision": "1"},
    "POST /questionnaires/drafts/{written_id:uuid}/translations/{language:str}": {"text": 'title: "Titel"'},
    "POST /questionnaires/drafts/{written_id:uuid}/sections": {"title": "Second section", "area": "people"},
    "POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}": {
        "title": "Renamed section", "area": "people", "revision": "2",
    },
    "POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/tips/{place:int}": {
        "text": "Mind.", "revision": "2",
    },
    "POST /questionnaires/drafts/{written_id:uuid}/sections/{section_id:uuid}/arrange": {"how": "remove"},
    "POST /questionnaires/drafts/{written_id:uuid}/questions/{question_id:uuid}": {"text": "Is it so?", "revision": "1"},
    "POST /questionnaires/drafts/{written_id:uuid}/questions/{question_id:uuid}/arrange": {"how": "remove"},
    "POST /questionnaires/drafts/{written_id:uuid}/publish": {"seen": "{finished_version}"},
    "POST /answer/{assessment_id:uuid}/submit": {"name": "Dana Ortiz", "title": "Security lead", "confirmed": "yes"},
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}": {"answer": "no", "revision": "1"},
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents": {"files": "onto.pdf"},
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents/chosen": {},
    "POST /answer/{assessment_id:uuid}/colleagues": {"name": "Bo Berg", "email": "bo@vendor.example", "parts": "whole"},
    "POST /answer/{assessment_id:uuid}/reuse/{ref:str}": {
        "source": "{published}", "source_ref": "AC-01", "choice": "use",
    },
    "POST /answer/{assessment_id:uuid}/suggestions": {"choice-{suggestion}": "ignore"},
    "POST /answer/{assessment_id:uuid}/suggestions/{suggestion_id:uuid}": {"choice": "confirm"},
    "POST /answer/{assessment_id:uuid}/offline": {"files": "answers.yaml", "content": _ANSWERED},
    "POST /answer/{assessment_id:uuid}/offline/{file_id:uuid}": {"take:AC-01": "file", "seen": '{{"AC-01": 1}}'},
    "POST /assessments/{assessment_id:uuid}/brought": {"files": "answers.yaml", "content": _ANSWERED},
    "POST /assessments/{assessment_id:uuid}/brought/{file_id:uuid}": {"take:AC-01": "file", "seen": '{{"AC-01": 1}}'},
    "POST /questionnaires/sheets/{file_id:uuid}": {
        "do": "take", "title": "Own sheet", "sheet": "CSV", "was_sheet": "CSV", "header": "1", "was_header": "1",
        "column-ref": "1", "column-question": "2",
    },
    "POST /account/password": {"password": PASSWORD, "repeated": PASSWORD},
    "POST /account/mail": {"messages": "at_once"},
    "POST /answer/{assessment_id:uuid}/questions/{ref:str}/messages": {"text": "What do you mean by privileged?"},
    "POST /assessments/{assessment_id:uuid}/talk": {"ref": "AC-01", "text": "Administrators of your platform."},
    "POST /reviews/{assessment_id:uuid}/message": {"ref": "AC-01", "text": "Administrators of your platform."},
    "POST /account/tokens": {"name": "for a script"},
    "POST /people": {"email": "new@aldgate.example", "role": "auditor", "name": "New Person"},
    "POST /people/{person_id:uuid}": {"role": "reviewer", "active": "yes"},
    "POST /vendors/new": {"name": "Northpine Hosting"},
    "POST /vendors/{slug:str}/edit": {"name": "Renamed vendor"},
    "POST /vendors/{slug:str}/services/new": {"name": "Second service", **SERVICE},
    "POST /vendors/{slug:str}/services/tier": SERVICE,
    "POST /vendors/{slug:str}/services/{service_id:uuid}": {"name": "Renamed service", **SERVICE},
    "POST /vendors/{slug:str}/contacts/new": {"name": "New Contact", "email": "new@vendor.example"},
    "POST /vendors/{slug:str}/contacts/{contact_id:uuid}": {"name": "Renamed", "email": "renamed@vendor.example"},
    "POST /vendors/{slug:str}/documents": {"files": "staff.pdf"},
    "POST /documents/{evidence_id:uuid}/facts/edit": {"fact": "{fact}", "value": "Another owner"},
    "POST /documents/{evidence_id:uuid}/facts/new": {"key": "site", "value": "Oslo"},
    "POST /documents/{evidence_id:uuid}/facts/confirm": {"fact": "{fact}"},
    "POST /documents/{evidence_id:uuid}/facts/remove": {"fact": "{fact}", "reason": "Not in it."},
    "POST /documents/{evidence_id:uuid}/facts/kind": {"kind": "other"},
    "POST /documents/{evidence_id:uuid}/unlock": {"password": "open it"},
    "POST /answer/documents/{evidence_id:uuid}/unlock": {"password": "open it"},
    "POST /documents/{evidence_id:uuid}/versions": {"older": "{older}", "reason": "It is."},
    "POST /documents/{evidence_id:uuid}/versions/{version_id:uuid}": {"same": "yes", "reason": "It is."},
    "POST /assessments/new": {"questionnaire": "story", "contact": "{contact}", "service": "{service}"},
    "POST /assessments/{assessment_id:uuid}/due": {"due": "2099-01-01"},
    "POST /assistant/ask": {"question": "Is customer data encrypted at rest?", "vendor": "{slug}"},
    "POST /assistant/turns/{turn_id:uuid}/feedback": {"judgement": "wrong", "note": "CANARY-NOTE It says otherwise."},
    "POST /feedback/export": {"what": "answers"},
    "POST /drafts": {"kind": "clarification", "assessment": "{in_review}", "ref": "CR-01"},
    "POST /drafts/{draft_id:uuid}/take": {"text": "It does well."},
    "POST /reviews/{assessment_id:uuid}/agree": _SEEN,
    "POST /reviews/{assessment_id:uuid}/overrule": {**_SEEN, "state": "not_evidenced", "reason": "I looked."},
    "POST /reviews/{assessment_id:uuid}/ask": {**_SEEN, "note": "Which accounts?"},
    "POST /reviews/{assessment_id:uuid}/drop": {"ref": "PH-01", "revision": "1"},
    "POST /reviews/{assessment_id:uuid}/give": {"ref": "AC-01", "person": "{colleague}"},
    "POST /reviews/{assessment_id:uuid}/bulk": {"chosen": "AC-01 1 {verdict}"},
    "POST /reviews/{assessment_id:uuid}/return": {"note": "Please look again."},
    "POST /findings": {"title": "Keys are shared", "severity": "high", "vendor": "{slug}", "service": "{service}"},
    "POST /findings/{finding_id:uuid}/remediate": {"note": "Seen on site."},
    "POST /findings/{finding_id:uuid}/reopen": {"note": "It is back."},
    "POST /findings/{finding_id:uuid}/accept": {"reason": "We can live with it.", "until": "{soon}"},
    "POST /ratings": {"assessment": "{in_review}"},
    "POST /ratings/{rating_id:uuid}/narrative": {"narrative": "Another text.", "revision": "{draft_revision}"},
    "POST /ratings/{rating_id:uuid}/conditions": {
        "revision": "{draft_revision}", "condition": "{draft_condition}", "title-{draft_condition}": "Rotate keys",
        "owner-{draft_condition}": "vendor",
    },
    "POST /ratings/{rating_id:uuid}/propose": {"revision": "{draft_revision}"},
    "POST /ratings/{rating_id:uuid}/withdraw": {"revision": "{proposed_revision}"},
    "POST /ratings/{rating_id:uuid}/refuse": {"revision": "{proposed_revision}", "note": "Say more."},
    "POST /ratings/{rating_id:uuid}/approve": {"revision": "{proposed_revision}"},
    "POST /campaigns/new": {"title": "Yearly", "questionnaire": "core", "due": "2099-01-01", "status": "any"},
    "POST /campaigns/due": {"due": "2099-01-01", "marks": "{proposed_mark}"},
    "POST /campaigns/rules/new": {"name": "Hosts", "service": "hosting", "questionnaires": "core"},
    "POST /campaigns/rules/{rule_id:uuid}": {"name": "Renamed rule", "questionnaires": "core"},
    "POST /campaigns/cadence": {"tier_1": "6", "tier_2": "12", "tier_3": "24", "tier_4": "0"},
    "POST /campaigns/{campaign_id:uuid}/extend": {"due": "2099-01-01"},
    "POST /campaigns/{campaign_id:uuid}/cancel": {"reason": "CANARY-REASON We stop."},
    "POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/extend": {"due": "2099-01-01"},
    "POST /campaigns/{campaign_id:uuid}/vendors/{place_id:uuid}/cancel": {"reason": "CANARY-REASON We stop."},
    "POST /partners/{slug:str}/check": {"service": "{service}", "purpose": "Framework 2027"},
    "POST /standard/catalogs": {"files": "rules.xml", "content": CATALOG_XML.decode()},
    "POST /standard/new": {"ref": "R-09", "title": "Logging", "text": "Logs are kept."},
    "POST /standard/{requirement_id:uuid}": {"ref": "R-01", "title": "Encryption", "text": "Everything."},
    "POST /api/v1/vendors": {"json": '{"name": "Northpine Hosting"}'},
    "POST /api/v1/vendors/{slug:str}/evidence": {"body": "application/pdf"},
    "POST /api/v1/vendors/{slug:str}/ask": {"json": '{"question": "Is customer data encrypted at rest?"}'},
    "POST /api/v1/vendors/{slug:str}/checks": {"json": '{"purpose": "Framework 2027"}'},
}  # fmt: skip

# Unsafe routes that change nothing that anybody would ask about later, each with its reason.
UNRECORDED = {
    "POST /vendors/{slug:str}/services/tier": "works out a tier and keeps nothing",
    "POST /questionnaires/drafts/{written_id:uuid}/preview": "shows what answers would bring up and keeps nothing",
}


def rows() -> dict[str, tuple[str, ...]]:
    """Return the table: "METHOD /path" to one expectation a principal."""
    lines = [line.split() for line in TABLE.splitlines() if line.strip() and not line.startswith("#")]
    return {f"{method} {path}": _with_colleague(f"{method} {path}", expected) for method, path, *expected in lines}


def _with_colleague(route: str, expected: list[str]) -> tuple[str, ...]:
    at = PRINCIPALS.index("colleague")
    return (*expected[:at], COLLEAGUE.get(route, expected[at - 1]), *expected[at:])

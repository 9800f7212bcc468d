#include "app/gui/instances/addinstancedialog.h"

#include "app/gui/instances/instancetext.h"
#include "app/gui/instances/teamservertext.h"
#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "core/domain/argocd/requests/origin.h"
#include "core/domain/argocd/requests/requests.h"
#include "core/domain/redaction/redact.h"
#include "core/domain/text/visibletext.h"
#include "core/engine/teamserver/teamserverprobe.h"
#include "core/io/http/connections/peercheck.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

/// "argocd.staging.acme.example" → "staging": the first specific part of the host name.
QString nameFor(const QUrl &address)
{
    if (!QHostAddress(address.host()).isNull())
        return address.host(); // parts of an IP address are no names
    const auto parts = address.host().split(u'.');
    for (const auto &part : parts) {
        if (part.compare("argocd"_L1, Qt::CaseInsensitive) != 0 && part.compare("argo"_L1, Qt::CaseInsensitive) != 0
            && part.compare("www"_L1, Qt::CaseInsensitive) != 0)
            return part;
    }
    return address.host();
}

QString certificateText(const UntrustedCertificate &certificate, const QTimeZone &zone)
{
    const auto date = [&zone](const std::optional<Instant> &at) {
        return at ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(at->time_since_epoch().count(), zone).date(),
                                       QLocale::ShortFormat)
                  : u"?"_s;
    };
    // The fingerprint is first, because the names are from the server.
    return AddInstanceDialog::tr("SHA-256: %1\nFor: %2\nIssued by: %3\nValid: %4 – %5")
        .arg(fingerprintText(certificate.fingerprint), visibleLine(certificate.subject),
             visibleLine(certificate.issuer), date(certificate.validFrom), date(certificate.validUntil));
}

} // namespace

AddInstanceDialog::AddInstanceDialog(Engine &engine, const Instance &instance, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_instance(instance)
    , m_zone(zone)
    , m_address(new QLineEdit(instance.baseUrl.toString(), this))
    , m_check(new QPushButton(tr("Check"), this))
    , m_banner(new Banner(this))
    , m_shown(new PlainLabel(this))
    , m_rest(new QWidget(this))
    , m_name(new QLineEdit(instance.name, m_rest))
    , m_token(new QLineEdit(m_rest))
    , m_wayButtons(new QButtonGroup(this))
    , m_save(new QPushButton(isNew() ? tr("Add") : tr("Save"), this))
{
    setWindowTitle(isNew() ? tr("Add an instance") : tr("Change the address of %1").arg(visibleLine(instance.name)));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_check, &QPushButton::clicked, this, &AddInstanceDialog::check);
    connect(m_address, &QLineEdit::textEdited, this, &AddInstanceDialog::forgetAnswer);
    connect(m_banner, &Banner::remedyAsked, this, [this] { (this->*m_remedy)(); });
    connect(m_save, &QPushButton::clicked, this, &AddInstanceDialog::save);
    forgetAnswer();
}

void AddInstanceDialog::build()
{
    m_address->setPlaceholderText(u"argocd.acme.example"_s);
    m_address->setAccessibleName(tr("Address of the server"));
    auto *addressRow = new QHBoxLayout;
    addressRow->addWidget(m_address, 1);
    addressRow->addWidget(m_check);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown->setAccessibleName(tr("Certificate"));
    m_shown->setWordWrap(true);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Not needed if tasks can be read without a token"));
    m_form = new QFormLayout(m_rest);
    m_form->setContentsMargins({});
    m_form->addRow(tr("Name"), m_name);
    m_ways = new QVBoxLayout;
    m_form->addRow(tr("Sign in"), m_ways);
    m_form->addRow(tr("Token"), m_token);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    makePrimary(m_save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    auto *label = new PlainLabel(isNew() ? tr("&Address of the Argo CD server or the team server, as in your browser")
                                         : tr("&Address of the Argo CD server, as in your browser"),
                                 this);
    label->setBuddy(m_address);
    label->setWordWrap(true);
    layout->addWidget(label);
    layout->addLayout(addressRow);
    layout->addWidget(m_banner);
    layout->addWidget(m_shown);
    layout->addWidget(m_rest);
    layout->addStretch();
    layout->addWidget(buttons);
    tabAsRead(this);
    resize(540, 360);
    growWithContent(this);
}

void AddInstanceDialog::forgetAnswer()
{
    ++m_asked;
    m_banner->hide();
    m_shown->hide();
    m_rest->hide();
    m_check->setEnabled(true);
    m_check->setDefault(true);
    m_save->setEnabled(false);
}

void AddInstanceDialog::check()
{
    const auto address = parseServerAddress(m_address->text().trimmed());
    forgetAnswer();
    if (!address) {
        m_banner->say(StateRole::Bad, address.error().message);
        return;
    }
    if (!sameOrigin(*address, m_instance.baseUrl))
        m_instance.pinnedFingerprint.clear(); // was accepted for another server
    m_instance.baseUrl = *address;
    m_check->setEnabled(false);
    m_banner->say(StateRole::Working, tr("Contacting %1…").arg(address->toString()));
    m_engine.probe(m_instance, this).then(this, [this, asked = m_asked](const Result<InstanceProbe> &probe) {
        if (asked == m_asked)
            takeProbe(probe);
    });
}

void AddInstanceDialog::takeProbe(const Result<InstanceProbe> &probe)
{
    m_check->setEnabled(true);
    if (!probe && probe.error().kind == Error::Kind::Certificate) {
        m_banner->say(StateRole::Bad, tr("The server's certificate is not trusted."), probe.error().message);
        m_engine.certificate(m_instance.baseUrl, this)
            .then(this, [this, asked = m_asked](const Result<UntrustedCertificate> &shown) {
                if (asked == m_asked)
                    takeCertificate(shown);
            });
        return;
    }
    if (!probe && isNew() && mayBeTeamServer(probe.error().kind)) {
        findTeamServer(probe.error());
        return;
    }
    if (!probe) {
        m_banner->say(StateRole::Bad, probe.error().message);
        return;
    }
    if (!probe->redirectsTo.isEmpty()) {
        askForRedirect(probe->redirectsTo);
        return;
    }
    m_instance.baseUrl = probe->baseUrl;
    m_banner->say(StateRole::Good, probeText(*probe),
                  probe->settingsUrlDiffers
                      ? tr("The server's configured URL is %1. Single sign-on uses that URL.").arg(probe->settingsUrl)
                      : QString());
    m_isTeamServer = false;
    offerWays(*probe);
    askForName(probe->baseUrl);
}

void AddInstanceDialog::askForName(const QUrl &address)
{
    m_form->setRowVisible(m_ways, !m_isTeamServer);
    m_form->setRowVisible(m_token, m_isTeamServer);
    if (m_name->text().isEmpty())
        m_name->setText(nameFor(address));
    m_rest->show();
    tabAsRead(this);
    m_save->setEnabled(true);
    m_save->setDefault(true);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void AddInstanceDialog::findTeamServer(const Error &notArgoCd)
{
    m_check->setEnabled(false);
    m_engine.probeTeamServer(m_instance, {}, this)
        .then(this, [this, asked = m_asked, notArgoCd](const Result<TeamServerFindings> &findings) {
            if (asked != m_asked)
                return;
            m_check->setEnabled(true);
            if (findings)
                takeTeamServer(*findings);
            else // neither kind; the error for Argo CD has more details
                m_banner->say(StateRole::Bad, notArgoCd.message);
        });
}

void AddInstanceDialog::takeTeamServer(const TeamServerFindings &findings)
{
    m_isTeamServer = true;
    const bool needsToken = !findings.reading && findings.reading.error().kind == Error::Kind::SignInNeeded;
    m_banner->say(findings.reading || needsToken ? StateRole::Good : StateRole::Held, findingsText(findings),
                  tr("Its tasks appear on the board and in Deployments, marked with its name."));
    askForName(m_instance.baseUrl);
}

void AddInstanceDialog::saveTeamServer()
{
    m_engine.addTeamServer(m_instance, Secret(m_token->text().trimmed().toUtf8()), this)
        .then(this, [this](const Result<QString> &result) { takeSaved(result, SignInMethod::Anonymous); });
}

void AddInstanceDialog::askForRedirect(const QUrl &target)
{
    m_redirect = target;
    m_remedy = &AddInstanceDialog::takeRedirect;
    const auto address = redactedUrl(target);
    m_banner->say(StateRole::Held, tr("This address redirects to %1.").arg(address),
                  isNew() ? tr("Add %1 instead? No data was sent to it.").arg(address)
                          : tr("Use %1 instead? No data was sent to it.").arg(address),
                  tr("Use that address"));
}

void AddInstanceDialog::takeRedirect()
{
    m_address->setText(m_redirect.toString());
    check();
}

void AddInstanceDialog::takeCertificate(const Result<UntrustedCertificate> &certificate)
{
    if (!certificate)
        return; // keeps the result of the probe
    m_certificate = *certificate;
    m_remedy = &AddInstanceDialog::trustCertificate;
    m_banner->say(StateRole::Bad, tr("The server's certificate is not trusted."), certificate->problem,
                  tr("Trust this certificate"));
    m_shown->setText(certificateText(*certificate, m_zone));
    m_shown->show();
}

void AddInstanceDialog::trustCertificate()
{
    m_instance.pinnedFingerprint = m_certificate.fingerprint;
    check();
}

void AddInstanceDialog::offerWays(const InstanceProbe &probe)
{
    for (auto *button : m_wayButtons->buttons())
        delete button;
    const auto add = [this](SignInMethod method, const QString &text) {
        auto *button = new QRadioButton(text, m_rest);
        m_wayButtons->addButton(button, int(method));
        m_ways->addWidget(button);
    };
    if (probe.ssoOffered)
        add(SignInMethod::Sso,
            probe.ssoName.isEmpty() ? tr("In the browser") : tr("In the browser, with %1").arg(probe.ssoName));
    if (probe.passwordOffered)
        add(SignInMethod::Password, tr("With a user name and a password"));
    add(SignInMethod::Token, tr("With a token"));
    if (probe.anonymousAllowed)
        add(SignInMethod::Anonymous, tr("No sign-in (anonymous access)"));
    // If anonymous access is allowed, signing in is not needed, unless single sign-on is available.
    const auto likely = probe.anonymousAllowed && !probe.ssoOffered ? SignInMethod::Anonymous : SignInMethod::Sso;
    auto *wanted = m_wayButtons->button(int(isNew() ? likely : m_instance.signIn));
    (wanted ? wanted : m_wayButtons->buttons().constFirst())->setChecked(true);
}

void AddInstanceDialog::save()
{
    m_instance.name = m_name->text().trimmed();
    m_save->setEnabled(false);
    if (m_isTeamServer)
        return saveTeamServer();
    m_instance.signIn = SignInMethod(m_wayButtons->checkedId());
    m_engine.saveInstance(m_instance, this).then(this, [this](const Result<QString> &result) {
        takeSaved(result, m_instance.signIn);
    });
}

void AddInstanceDialog::takeSaved(const Result<QString> &result, SignInMethod signIn)
{
    m_save->setEnabled(true);
    if (!result) {
        m_banner->say(StateRole::Bad, result.error().message);
        const bool isToken = m_isTeamServer && result.error().kind == Error::Kind::SignInNeeded;
        (isToken ? m_token : m_name)->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT saved(*result, signIn);
    accept();
}

} // namespace lynceus

#include "app/gui/instances/signindialog.h"

#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "app/gui/widgets/text/clipboard.h"
#include "core/domain/text/visibletext.h"
#include "core/io/desktop/opener.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

Secret takenFrom(QLineEdit &line)
{
    auto bytes = line.text().trimmed().toUtf8();
    line.clear();
    return Secret(std::move(bytes));
}

} // namespace

SignInDialog::SignInDialog(Engine &engine, const Instance &instance, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_instance(instance)
    , m_zone(zone)
    , m_method(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_banner(new Banner(this))
    , m_start(new QPushButton(tr("Sign in"), this))
{
    setWindowTitle(tr("Sign in to %1").arg(visibleLine(instance.name)));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    tabAsRead(this);
    connect(&m_engine, &Engine::signInChanged, this, &SignInDialog::take);
    connect(m_method, &QComboBox::currentIndexChanged, this, &SignInDialog::showMethod);
    connect(m_start, &QPushButton::clicked, this, &SignInDialog::start);
    setRunning(false);
    resize(520, sizeHint().height());
    growWithContent(this);
}

void SignInDialog::build()
{
    m_method->addItem(tr("In the browser (single sign-on)"), int(SignInMethod::Sso));
    m_method->addItem(tr("With a user name and a password"), int(SignInMethod::Password));
    m_method->addItem(tr("With a token"), int(SignInMethod::Token));
    m_method->setAccessibleName(tr("How to sign in"));
    m_pages->addWidget(makeBrowserPage());
    m_pages->addWidget(makePasswordPage());
    m_pages->addWidget(makeTokenPage());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_start, QDialogButtonBox::AcceptRole);
    makePrimary(m_start);
    m_start->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_method);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_banner);
    layout->addWidget(buttons);
}

QWidget *SignInDialog::makeBrowserPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    m_step = new PlainLabel(page);
    m_step->setWordWrap(true);
    m_code = new PlainLabel(page);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_linkRow = new QWidget(page);
    auto *row = new QGridLayout(m_linkRow);
    row->setContentsMargins({});
    m_link = new QLineEdit(m_linkRow);
    m_link->setReadOnly(true);
    m_link->setAccessibleName(tr("Sign-in link"));
    auto *copy = new QPushButton(glyphIcon("copy"_L1), tr("Copy"), m_linkRow);
    copy->setAccessibleName(tr("Copy link"));
    auto *open = new QPushButton(glyphIcon("external-link"_L1), tr("Open again"), m_linkRow);
    auto *hint =
        new PlainLabel(tr("If you sign in with a browser on another computer, paste its final address:"), m_linkRow);
    hint->setWordWrap(true);
    m_pasted = new QLineEdit(m_linkRow);
    m_pasted->setAccessibleName(tr("Final address in the browser"));
    auto *take = new QPushButton(tr("Use it"), m_linkRow);
    row->addWidget(m_link, 0, 0);
    row->addWidget(copy, 0, 1);
    row->addWidget(open, 0, 2);
    row->addWidget(hint, 1, 0, 1, 3);
    row->addWidget(m_pasted, 2, 0);
    row->addWidget(take, 2, 1);
    layout->addWidget(m_step);
    layout->addWidget(m_code);
    layout->addWidget(m_linkRow);
    layout->addStretch();
    for (auto *button : {copy, open, take})
        button->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { copyText(m_link->text()); });
    connect(open, &QPushButton::clicked, this, [this] {
        if (const auto opened = Opener().open(m_page); !opened)
            m_step->setText(opened.error().message);
    });
    connect(take, &QPushButton::clicked, this,
            [this] { m_engine.pasteSignInAddress(m_instance.id, m_pasted->text().trimmed()); });
    return page;
}

QWidget *SignInDialog::makePasswordPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins({});
    m_user = new QLineEdit(m_instance.userName, page);
    m_password = new QLineEdit(page);
    m_password->setEchoMode(QLineEdit::Password);
    form->addRow(tr("User name"), m_user);
    form->addRow(tr("Password"), m_password);
    return page;
}

QWidget *SignInDialog::makeTokenPage()
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins({});
    m_token = new QLineEdit(page);
    m_token->setEchoMode(QLineEdit::Password);
    form->addRow(tr("Token"), m_token);
    auto *hint = new PlainLabel(tr("From your Argo CD: Settings → Accounts → Tokens. "
                                   "It is kept in the keychain."),
                                page);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(hint);
    return page;
}

SignInMethod SignInDialog::method() const
{
    return SignInMethod(m_method->currentData().toInt());
}

void SignInDialog::begin(SignInMethod wanted)
{
    m_method->setCurrentIndex(qMax(0, m_method->findData(int(wanted))));
    showMethod();
    if (wanted == SignInMethod::Sso)
        start();
}

void SignInDialog::showMethod()
{
    m_banner->hide();
    m_pages->setCurrentIndex(m_method->currentIndex());
    switch (method()) {
    case SignInMethod::Sso:
        m_step->setText(tr("Sign in on the page that opens in your browser, then return here."));
        break;
    case SignInMethod::Password:
        (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::OtherFocusReason);
        break;
    case SignInMethod::Token:
        m_token->setFocus(Qt::OtherFocusReason);
        break;
    case SignInMethod::Anonymous: // is not offered here: there is nothing to sign
                                  // in to
        break;
    }
}

void SignInDialog::start()
{
    const auto way = method();
    if (way == SignInMethod::Password && (m_user->text().isEmpty() || m_password->text().isEmpty())) {
        m_banner->say(StateRole::Held, tr("Enter a user name and a password."));
        return;
    }
    if (way == SignInMethod::Token && m_token->text().trimmed().isEmpty()) {
        m_banner->say(StateRole::Held, tr("Paste a token."));
        return;
    }
    m_banner->hide();
    setRunning(true);
    Secret secret;
    if (way == SignInMethod::Password)
        secret = takenFrom(*m_password);
    else if (way == SignInMethod::Token)
        secret = takenFrom(*m_token);
    m_engine.signIn(m_instance.id, way, way == SignInMethod::Password ? m_user->text() : QString(), std::move(secret));
}

void SignInDialog::setRunning(bool running)
{
    m_running = running;
    m_start->setEnabled(!running);
    m_method->setEnabled(!running);
    if (!running) {
        m_linkRow->hide();
        m_code->hide();
    }
}

void SignInDialog::take(const SignInProgress &progress)
{
    if (progress.instance != m_instance.id || !m_running)
        return;
    switch (progress.step) {
    case SignInProgress::Step::Asking:
        m_step->setText(progress.note.isEmpty() ? tr("Detecting the sign-in method…") : progress.note);
        return;
    case SignInProgress::Step::WaitsForPerson:
        m_step->setText(tr("Continue in your browser. This window updates automatically."));
        m_page = progress.link;
        m_link->setText(QString::fromLatin1(m_page.toEncoded())); // to be copied: chats cut links at spaces
        m_link->setCursorPosition(0);
        m_linkRow->show();
        m_code->setText(tr("Enter this code on the page: %1").arg(progress.userCode));
        m_code->setVisible(!progress.userCode.isEmpty());
        return;
    case SignInProgress::Step::Redeeming:
        m_step->setText(tr("Fetching the token…"));
        return;
    case SignInProgress::Step::Done:
        setRunning(false);
        Q_EMIT signedIn(progress.user, progress.tokenForThisRunOnly);
        accept();
        return;
    case SignInProgress::Step::Failed:
        setRunning(false);
        m_banner->say(StateRole::Bad, withTimesIn(progress.error.message, m_zone));
        if (method() == SignInMethod::Password)
            m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void SignInDialog::done(int result)
{
    if (std::exchange(m_running, false))
        m_engine.cancelSignIn(m_instance.id);
    QDialog::done(result);
}

} // namespace lynceus

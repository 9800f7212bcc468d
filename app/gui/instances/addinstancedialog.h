#pragma once

#include "core/engine/facade/engine.h"

#include <QDialog>
#include <QTimeZone>

class QButtonGroup;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace lynceus {

class PlainLabel;

class Banner;

/// Adds an instance in steps on one page: address, response of the server, name and sign-in method. The server may also
/// be a team server, which needs at most a token. Also changes the address of an existing instance.
class AddInstanceDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param instance a new instance with a colour, or the instance to change.
    AddInstanceDialog(Engine &engine, const Instance &instance, const QTimeZone &zone, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &id, lynceus::SignInMethod signIn);

private:
    void build();
    void check();
    void forgetAnswer();
    void takeProbe(const Result<InstanceProbe> &probe);
    void takeCertificate(const Result<UntrustedCertificate> &certificate);
    void trustCertificate();
    void askForRedirect(const QUrl &target);
    void takeRedirect();
    void offerWays(const InstanceProbe &probe);
    void findTeamServer(const Error &notArgoCd);
    void takeTeamServer(const TeamServerFindings &findings);
    void askForName(const QUrl &address);
    void saveTeamServer();
    void takeSaved(const Result<QString> &result, SignInMethod signIn);
    void save();
    [[nodiscard]] bool isNew() const { return m_instance.id.isEmpty(); }

    Engine &m_engine;
    Instance m_instance;
    QTimeZone m_zone;
    UntrustedCertificate m_certificate;
    QUrl m_redirect; ///< the other server that the address redirects to
    void (AddInstanceDialog::*m_remedy)() = &AddInstanceDialog::trustCertificate; ///< the action of the banner's button
    int m_asked = 0; ///< responses to older requests are dropped
    QLineEdit *m_address;
    QPushButton *m_check;
    Banner *m_banner;
    PlainLabel *m_shown;
    QWidget *m_rest;
    QLineEdit *m_name;
    QLineEdit *m_token; ///< for a team server
    QFormLayout *m_form = nullptr;
    QVBoxLayout *m_ways = nullptr;
    bool m_isTeamServer = false; ///< the server at the address is a team server
    QButtonGroup *m_wayButtons;
    QPushButton *m_save;
};

} // namespace lynceus

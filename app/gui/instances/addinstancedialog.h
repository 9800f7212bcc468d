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

/// An address, what answers there, a name and a way to sign in: one step after
/// the other in one place. What answers may also be a team server, which needs
/// a token at most. Also changes the address of an instance that is there
/// already.
class AddInstanceDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param instance a new one with its colour, or the one to change.
    AddInstanceDialog(Engine &engine, const Instance &instance, const QTimeZone &zone, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &id, lynceus::SignInMethod signIn);

private:
    void build();
    void look();
    void forgetAnswer();
    void takeProbe(const Result<InstanceProbe> &probe);
    void takeCertificate(const Result<UntrustedCertificate> &certificate);
    void trustCertificate();
    void askForRedirect(const QUrl &target);
    void takeRedirect();
    void offerWays(const InstanceProbe &probe);
    void lookForTeamServer(const Error &notArgoCd);
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
    void (AddInstanceDialog::*m_remedy)() = &AddInstanceDialog::trustCertificate; ///< what the banner's button does
    int m_asked = 0; ///< answers to older questions are not taken
    QLineEdit *m_address;
    QPushButton *m_look;
    Banner *m_banner;
    PlainLabel *m_shown;
    QWidget *m_rest;
    QLineEdit *m_name;
    QLineEdit *m_token; ///< of a team server
    QFormLayout *m_form = nullptr;
    QVBoxLayout *m_ways = nullptr;
    bool m_isTeamServer = false; ///< what answers at the address
    QButtonGroup *m_wayButtons;
    QPushButton *m_save;
};

} // namespace lynceus

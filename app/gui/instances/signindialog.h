#pragma once

#include "core/domain/time/zonedtime.h"
#include "core/engine/facade/engine.h"

#include <QDialog>
#include <QUrl>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace lynceus {

class PlainLabel;

class Banner;

/// Gets a token for one instance: in the browser, with a password, or by pasting one. Closes when the token is
/// received; closing it earlier cancels the sign-in.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    SignInDialog(Engine &engine, const Instance &instance, const QTimeZone &zone, QWidget *parent);

    /// Single sign-on starts at once; the other methods wait for input.
    void begin(SignInMethod method);

Q_SIGNALS:
    void signedIn(const QString &user, bool forThisRunOnly);

protected:
    void done(int result) override;

private:
    [[nodiscard]] QWidget *makeBrowserPage();
    [[nodiscard]] QWidget *makePasswordPage();
    [[nodiscard]] QWidget *makeTokenPage();
    void build();
    void showMethod();
    void start();
    void take(const SignInProgress &progress);
    void setRunning(bool running);
    [[nodiscard]] SignInMethod method() const;

    Engine &m_engine;
    Instance m_instance;
    QTimeZone m_zone;
    QComboBox *m_method;
    QStackedWidget *m_pages;
    Banner *m_banner;
    QPushButton *m_start;
    PlainLabel *m_step = nullptr;
    PlainLabel *m_code = nullptr;
    QLineEdit *m_link = nullptr;
    QWidget *m_linkRow = nullptr;
    QLineEdit *m_pasted = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_token = nullptr;
    QUrl m_page; ///< what m_link shows, encoded
    bool m_running = false;
};

} // namespace lynceus

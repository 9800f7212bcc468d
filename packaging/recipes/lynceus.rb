# Homebrew formula of the command line and the team server. Not tested on macOS (packaging/recipes/README.md).
class Lynceus < Formula
  desc "Shows whether a released version is running on Argo CD, and if not, why"
  homepage "https://lynceus.github.io/"
  license "Apache-2.0"
  head "https://github.com/lynceus/lynceus.git", branch: "main"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "tl-expected" => :build
  depends_on "openssl@3"
  depends_on "qt"
  depends_on "qtkeychain"
  depends_on "simdjson"
  depends_on "yaml-cpp"
  uses_from_macos "zlib"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja",
           "-DBUILD_TESTING=OFF", "-DLYNCEUS_WINDOW=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/lynceus --version") unless build.head?
    assert_match "deployed", shell_output("#{bin}/lynceus demo --headless")
  end
end

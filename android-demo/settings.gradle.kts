pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
        // The AAR that bindings/kotlin/build-aar.sh makes.
        maven {
            url = uri("../bindings/kotlin/target/repository")
            content { includeGroup("io.github.selfmoji") }
        }
    }
}

rootProject.name = "selfmoji-demo"
include(":app")
